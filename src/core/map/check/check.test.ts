import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readJourney } from "../file.ts";
import { check } from "./check.ts";
import type { Facts, Group } from "./rule.ts";
import { rules, wordsOf } from "./rules.ts";
import { CheckSettings } from "./settings.ts";
import { readCheckSettings, writeCheckSettings } from "./settings-file.ts";

const root = new URL("../../../../", import.meta.url);
const bad = readJourney(readFileSync(new URL("examples/bad.journey.yaml", root), "utf8"));
const good = readJourney(
  readFileSync(new URL("examples/energy/switching.journey.yaml", root), "utf8"),
);
const facts: Facts = {
  today: "2026-11-24",
  overlay: { touchpoints: [], unbound: [{ label: "Chat started", journeys: 40 }] },
  sizes: { pe_one: 3 },
  current: { ...bad, id: "jo_before", state: "current" },
  exports: 4,
};
const settings = CheckSettings.parse({});
const score = (group: Group, result: ReturnType<typeof check>) =>
  result.scores.find((each) => each.group === group)?.score;

test("the bad example breaks every rule", () => {
  const broken = new Set(check(bad, facts).findings.map(({ rule }) => rule));
  expect(rules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
});

test("rule ids are unique and both languages fill in all that a finding says", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const finding of check(bad, facts).findings)
    for (const language of ["en", "nl"] as const) {
      const words = wordsOf(finding, language);
      expect(Object.values(words ?? {}).join(" ")).not.toMatch(/[{}]|^$/);
    }
});

test("a rule that lacks a fact does not judge, and says what it lacks", () => {
  const { findings, notJudged } = check(bad);
  expect(notJudged).toEqual(
    rules
      .filter(({ needs }) => needs !== undefined)
      .map(({ id, needs }) => ({ rule: id, needs: [...(needs ?? [])] })),
  );
  const silent = new Set(notJudged.map(({ rule }) => rule));
  expect(findings.filter(({ rule }) => silent.has(rule))).toEqual([]);
});

test("what the team set aside stands apart with its reason and costs no score", () => {
  const before = check(bad, facts);
  const exceptions = [
    { id: "ex_1", rule: "no-goal", at: "jo_bad", reason: "Set by the board in May" },
  ];
  const after = check({ ...bad, exceptions }, facts);
  expect(after.excepted.map(({ rule, reason }) => [rule, reason])).toEqual([
    ["no-goal", "Set by the board in May"],
  ]);
  expect(after.findings.length).toBe(before.findings.length - 1);
  expect(score("goal", after)).toBeGreaterThan(score("goal", before) ?? 100);
});

test("settings switch a rule off, weigh it otherwise and move where it speaks up", () => {
  const set = readCheckSettings(
    "rules:\n  no-owner: off\n  no-goal: hint\nepisodes: [1, 2]\nminResearch: 2\n",
  );
  const { findings } = check(bad, facts, set);
  const found = new Map(findings.map(({ rule, severity }) => [rule, severity]));
  expect([
    found.get("no-owner"),
    found.get("no-goal"),
    found.get("episode-count"),
    found.get("n-too-small"),
  ]).toEqual([undefined, "hint", undefined, undefined]);
});

test("a partner is no outsider: only customers and outsiders open a map to what is not in hand", () => {
  const told = (ownership: "partner" | "customer" | "external") => {
    const journey = structuredClone(bad);
    const [first] = journey.episodes[0]?.touchpoints ?? [];
    Object.assign(first ?? {}, { ownership });
    return check(journey, facts).findings.some(({ rule }) => rule === "only-own");
  };
  expect([told("partner"), told("customer"), told("external")]).toEqual([true, false, false]);
});

test("words that the workspace calls its own jargon are heard in titles", () => {
  const set = readCheckSettings('jargon: ["lead", "confirm"]\n');
  const words = check(bad, facts, set).findings.flatMap(({ rule, at, parameters }) =>
    rule === "jargon" ? [[at[0], parameters["word"]]] : [],
  );
  expect(words).toEqual([["tp_intake", "lead"]]);
});

test("settings come back from YAML as they were, and from least to most", () => {
  const set = CheckSettings.parse({ rules: { "no-goal": "off" }, jargon: ["lead"] });
  expect(readCheckSettings(writeCheckSettings(set))).toEqual(set);
  expect(() => readCheckSettings("episodes: [7, 5]\n")).toThrow(/Line 1, episodes/);
});

test("settings with a rule that Spoor does not have are refused by line", () => {
  expect(() => readCheckSettings("evidenceMonths: 6\nrules:\n  no-ownr: off\n")).toThrow(/Line 3/);
});

test("a future map that drops or moves a touchpoint has changed something", () => {
  const [episode, ...more] = good.episodes;
  const turned = { ...episode!, touchpoints: episode!.touchpoints.toReversed() };
  const future = { ...good, state: "future" as const, basedOn: good.id, id: "jo_next" };
  const said = (journey: typeof good) =>
    check(journey, { current: good }).findings.some(({ rule }) => rule === "nothing-changed");
  expect([
    said(future),
    said({ ...future, episodes: more }),
    said({ ...future, episodes: [turned, ...more] }),
  ]).toEqual([true, false, false]);
});

test("a group without a finding scores 100, with all elements broken 0", () => {
  for (const journey of [bad, good]) {
    const result = check(journey, facts, settings);
    for (const { group, score: points } of result.scores) {
      const none = result.findings.every((finding) => finding.group !== group);
      if (points !== null) expect(points === 100).toBe(none);
    }
  }
  expect(score("backwards", check(bad, facts))).toBe(0);
});
