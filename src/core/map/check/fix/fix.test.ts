import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "../../apply.ts";
import { readJourney, writeJourney } from "../../file.ts";
import type { Journey } from "../../journey.ts";
import { anyJourney } from "../../journey.arbitrary.ts";
import { check } from "../check.ts";
import type { Facts, Finding } from "../rule.ts";
import { ruleOf, rules } from "../rules.ts";
import { CheckSettings } from "../settings.ts";

const examples = new URL("../../../../../examples/", import.meta.url);
const read = (file: string) => readJourney(readFileSync(new URL(file, examples), "utf8"));

const facts: Facts = { today: "2026-11-24", overlay: { touchpoints: [], unbound: [] } };
const settings = CheckSettings.parse({});

/** What a fix leaves of the findings of its rule at its place. */
function leftAfter(journey: Journey, { rule, at, fix }: Finding, set = settings): Finding[] {
  const done = apply(journey, fix!);
  if (!done.ok) throw new Error(`The fix of ${rule} is refused: ${JSON.stringify(done.why)}`);
  const undone = apply(done.journey, done.undo);
  expect(undone.ok && writeJourney(undone.journey)).toBe(writeJourney(journey));
  return check(done.journey, facts, set).findings.filter(
    (each) => each.rule === rule && each.at.join() === at.join(),
  );
}

const mendable = (journey: Journey, set = settings) =>
  check(journey, facts, set).findings.filter(({ fix }) => fix);

/** Maps on which each rule with a quick fix speaks up. */
const cases: Record<string, string> = {
  "unit-not-on-team no-ownership no-evidence nothing-before nothing-after": `
episodes: [{ id: ep_a, title: I buy, touchpoints: [{ id: tp_a, title: I pay, backstage: { unit: Finance } }] }]`,
  "no-owner team-of-one": `
team: [{ id: mb_a, name: Kim, unit: Sales }]
episodes: [{ id: ep_a, title: I buy, touchpoints: [
  { id: tp_a, title: I pay, backstage: { unit: "A & B" } }, { id: tp_b, title: I ask, backstage: { unit: A B } } ] }]`,
  "action-no-owner pain-no-action": `
owner: Kim
episodes: [{ id: ep_a, title: I buy, touchpoints: [{ id: tp_a, title: I pay,
  pains: [{ id: pn_a, title: Slow, evidence: { kind: assumed } }],
  actions: [{ id: ac_a, title: Talk }] }] }]`,
  "n-too-small no-source": `
personas: [{ id: pe_a, name: A, evidence: [{ kind: research, n: 2, source: Talk }, { kind: measured, n: 99 }] }]
episodes: [{ id: ep_a, title: I buy, touchpoints: [{ id: tp_a, title: I pay,
  quotes: [{ id: qu_a, text: Hm, evidence: { kind: measured, n: 3 } }] }] }]`,
  "no-events two-channels": `
episodes: [{ id: ep_a, title: I buy, touchpoints: [{ id: tp_a, title: I pay, channel: web, events: [
  { event: Paid, channel: website }, { event: Paid, channel: telefoon }, { event: Asked, channel: website },
  { event: Paid, channel: fax } ] }, { id: tp_b, title: I wait }] }]
transitions: [{ id: tr_a, from: tp_a, to: tp_b }]`,
  "goals-unrelated": `
goals: [{ id: go_a, title: Sooner, kind: quantitative }, { id: go_b, title: At ease, kind: qualitative }]
episodes: [{ id: ep_a, title: I buy }]`,
  "episode-count": `
episodes: [${"abcdefgh".replaceAll(/./g, (id) => `{ id: ep_${id}, title: I ${id}, touchpoints: [{ id: tp_${id}, title: I }] },`)}]`,
  "no-metric review-passed critical-no-initiative": `
episodes: [{ id: ep_a, title: I buy, touchpoints: [{ id: tp_a, title: I pay, momentOfTruth: true,
  pains: [{ id: pn_a, title: Slow, severity: 2, evidence: { kind: assumed } },
    { id: pn_b, title: "${"Dear ".repeat(31)}", severity: 5, evidence: { kind: assumed } }] }] }]`,
  "no-moment-of-truth": `
episodes: [{ id: ep_a, title: I buy, touchpoints: [{ id: tp_a, title: I pay, importance: { customer: 3 } },
  { id: tp_b, title: I get it, importance: { customer: 4 } }] }]`,
};

test.each(Object.entries(cases))("the quick fix of %s takes the finding away", (names, text) => {
  const journey = readJourney(`spoor: journey/1\nid: jo_a\ntitle: A\nlanguage: en${text}\n`);
  for (const rule of names.split(" ")) {
    const found = mendable(journey).filter((finding) => finding.rule === rule);
    expect({ rule, found: found.length > 0 }).toEqual({ rule, found: true });
    expect(found.flatMap((finding) => leftAfter(journey, finding))).toEqual([]);
  }
});

test("every rule that promises a quick fix is tried, and gives one nowhere else", () => {
  const promised = rules.filter(({ words }) => words.en.fix !== undefined).map(({ id }) => id);
  expect(new Set(Object.keys(cases).flatMap((names) => names.split(" ")))).toEqual(
    new Set(promised),
  );
  expect(rules.filter(({ words: { en, nl } }) => !en.fix !== !nl.fix)).toEqual([]);
});

test("on the examples and the templates every quick fix takes its finding away", () => {
  const templates = readdirSync(new URL("templates/", examples)).map((file) => `templates/${file}`);
  for (const file of ["bad.journey.yaml", "energy/switching.journey.yaml", ...templates]) {
    const journey = read(file);
    for (const finding of mendable(journey))
      expect([file, leftAfter(journey, finding)]).toEqual([file, []]);
  }
});

test("on any map every quick fix may be done, takes its finding away, and can be taken back", () => {
  fc.assert(
    fc.property(anyJourney, fc.integer({ min: 1, max: 4 }), (journey, most) => {
      const set = CheckSettings.parse({ episodes: [1, most] });
      for (const finding of mendable(journey, set)) {
        expect(ruleOf(finding.rule)?.words.en.fix).toBeDefined();
        expect([finding.rule, leftAfter(journey, finding, set)]).toEqual([finding.rule, []]);
      }
    }),
    { numRuns: 60 },
  );
});

test("a touchpoint of several channels is taken apart with its events, in the order of the channels", () => {
  const journey = readJourney(
    `spoor: journey/1\nid: jo_a\ntitle: A\n${cases["no-events two-channels"]}\n`,
  );
  const [{ fix } = { fix: undefined }] = mendable(journey).filter(
    ({ rule }) => rule === "two-channels",
  );
  const done = apply(journey, fix!);
  const after = done.ok ? done.journey : journey;
  expect(
    after.episodes[0]?.touchpoints.map(({ title, channel, events }) => [title, channel, events]),
  ).toEqual([
    [
      "I pay",
      "web",
      [
        { event: "Paid", channel: "website" },
        { event: "Asked", channel: "website" },
      ],
    ],
    ["I pay", "phone", [{ event: "Paid", channel: "telefoon" }]],
    ["I pay", "other", [{ event: "Paid", channel: "fax" }]],
    ["I wait", undefined, undefined],
  ]);
  const last = after.episodes[0]?.touchpoints[2]?.id;
  expect(after.transitions?.map(({ from, to }) => [from, to])).toEqual([[last, "tp_b"]]);
});

test("an action that stands beside a pain is tied to it; with two of them none is chosen", () => {
  const found = (actions: string) =>
    mendable(
      readJourney(`spoor: journey/1
id: jo_a
title: A
owner: Sam
episodes: [{ id: ep_a, title: I buy, touchpoints: [{ id: tp_a, title: I pay,
  pains: [{ id: pn_a, title: Slow, evidence: { kind: assumed } }], actions: [${actions}] }] }]
`),
    ).find(({ rule }) => rule === "pain-no-action");
  const one = "{ id: ac_a, title: Speed up, owner: Kim }";
  expect(found(one)).toMatchObject({
    parameters: { owner: "Kim" },
    fix: { do: "set", at: "ac_a", field: "solves", from: null, to: ["pn_a"] },
  });
  expect(found(`${one}, { id: ac_b, title: Ask, owner: Lee }`)).toBeUndefined();
});
