import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { check } from "../../core/map/check/check.ts";
import { walk } from "../../core/map/elements.ts";
import { readJourney, writeJourney } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import { Templates } from "./templates.ts";

const folder = new URL("../../../examples/templates/", import.meta.url);
const files = readdirSync(folder).toSorted();
const names = [...new Set(files.map((file) => file.split(".")[0]!))];
const textOf = (file: string) => readFileSync(new URL(file, folder), "utf8");
const journeyOf = (name: string, language: string) =>
  readJourney(textOf(`${name}.${language}.journey.yaml`));

/** All that two languages of a template have in common: everything but its words. */
function structure(journey: Journey): unknown {
  return JSON.parse(JSON.stringify(journey), (key, value: unknown) => {
    if (key === "predicate") return Object.values(value as object).map((list) => list.length);
    const said = typeof value === "string" && !/^[a-z]{2}_/.test(value);
    return said && !bare.has(key) ? "…" : value;
  });
}

/** Fields that hold a word of the schema, or the name of a measure. */
const bare = new Set([
  "spoor",
  "state",
  "channel",
  "ownership",
  "stage",
  "kind",
  "measure",
  "status",
]);

test("there are eight, each in Dutch and English", () => {
  expect(names.length).toBeGreaterThanOrEqual(8);
  expect(files).toEqual(
    names.flatMap((name) => ["en", "nl"].map((language) => `${name}.${language}.journey.yaml`)),
  );
});

test.each(files)("%s is canonical, and speaks the language of its name", (file) => {
  const journey = readJourney(textOf(file));
  expect(writeJourney(journey)).toBe(textOf(file));
  expect(journey.language).toBe(file.split(".")[1]);
});

describe.each(names)("%s", (name) => {
  const dutch = journeyOf(name, "nl");
  const touchpoints = dutch.episodes.flatMap((episode) => episode.touchpoints);

  test("has the same structure in both languages", () => {
    expect(structure(journeyOf(name, "en"))).toEqual(structure(dutch));
  });

  test("says something else in each language, wherever it says something", () => {
    const titles = (journey: Journey) =>
      [...walk(journey)].map(({ element }) => element["title"]).filter((title) => title);
    const english = titles(journeyOf(name, "en"));
    expect(titles(dutch).filter((title, at) => title === english[at])).toEqual([]);
  });

  test("is of a size that a group can work with in a day", () => {
    expect(dutch.episodes.length).toBeGreaterThanOrEqual(5);
    expect(dutch.episodes.length).toBeLessThanOrEqual(7);
    expect(touchpoints.length).toBeGreaterThanOrEqual(14);
    expect(touchpoints.length).toBeLessThanOrEqual(22);
  });

  test("claims nothing as known: all evidence is assumed, no goal has a figure", () => {
    const kinds = JSON.stringify(dutch).matchAll(/"evidence":\[?\{"kind":"(\w+)"/g);
    expect(new Set(Array.from(kinds, ([, kind]) => kind))).toEqual(new Set(["assumed"]));
    expect(dutch.goals?.filter((goal) => "baseline" in goal || "target" in goal)).toEqual([]);
  });

  test("tells a story: a feeling at each touchpoint, above and below the line", () => {
    const feelings = touchpoints.map(({ emotions }) => emotions?.[0]?.value ?? Number.NaN);
    expect(Math.min(...feelings)).toBeLessThanOrEqual(-0.75);
    expect(Math.max(...feelings)).toBeGreaterThanOrEqual(0.5);
  });

  test("reaches from before the purchase to after it, on ground that nobody here owns too", () => {
    expect(new Set(touchpoints.map(({ stage }) => stage)).size).toBe(6);
    expect(new Set(touchpoints.map(({ ownership }) => ownership)).size).toBeGreaterThanOrEqual(3);
  });

  test("leaves no decisive touchpoint without a unit, an action and the six questions", () => {
    const decisive = touchpoints.filter(({ momentOfTruth }) => momentOfTruth);
    expect(decisive.length).toBeGreaterThan(0);
    const bare = decisive.filter(
      ({ backstage, actions, questions }) =>
        !backstage?.unit || !actions || Object.keys(questions ?? {}).length < 6,
    );
    expect(bare).toEqual([]);
  });

  test.each(["nl", "en"])("passes the health check without an error (%s)", (language) => {
    const { findings } = check(journeyOf(name, language), { today: "2026-11-24" });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test("a shelf tells what there is, in the order of the titles", async () => {
  const cards = await new Templates().cards("nl");
  expect(cards.map(({ name }) => name).toSorted()).toEqual(names);
  const titles = cards.map(({ title }) => title);
  expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, "nl")));
  expect(cards.filter(({ about }) => about === "" || about.includes("\n"))).toEqual([]);
});

test("a template that is not there is refused by name, whatever the name", async () => {
  const shelf = new Templates();
  for (const name of ["nothing", "../energy/switching", "__proto__"])
    await expect(shelf.one(name, "en")).rejects.toMatchObject({ code: "not-found" });
});

test("a file that could not be read is read again the next time", async () => {
  const own = await mkdtemp(join(tmpdir(), "spoor-templates-"));
  onTestFinished(() => rm(own, { recursive: true }));
  const file = join(own, "mine.nl.journey.yaml");
  await writeFile(file, "nonsense");
  const shelf = new Templates(own);
  await expect(shelf.cards("nl")).rejects.toMatchObject({ code: "bad-request" });
  await writeFile(file, textOf("complaint.nl.journey.yaml"));
  expect((await shelf.cards("nl")).map(({ name }) => name)).toEqual(["mine"]);
});
