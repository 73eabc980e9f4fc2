import fc from "fast-check";
import { expect, test } from "vitest";
import { writeJourney } from "../file.ts";
import { anyJourney, anyText } from "../journey.arbitrary.ts";
import type { Journey } from "../journey.ts";
import { readCsv, writeCsv } from "./csv.ts";
import { fromCell, fromLine, inCell, inLine, partsOf } from "./escape.ts";
import { readMapText, readSheets } from "./read.ts";
import { sheetsOf } from "./sheets.ts";
import { channelWords, meant } from "./words.ts";
import { writeMapText } from "./write.ts";
import { readXml, writeXml } from "./xml.ts";

const language = fc.constantFrom("nl" as const, "en" as const);

test("a text comes back from a cell, and from a line among others, as it was", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
      expect(texts.map((text) => fromCell(inCell(text)))).toEqual(texts);
      const line = texts.map(inLine).join(" | ");
      expect(line).not.toMatch(/[\n\r]/);
      expect(partsOf(line).map(fromLine)).toEqual(texts);
    }),
  );
});

test("rows come back from CSV as they were, formulas and all", () => {
  const cell = fc.oneof(
    anyText,
    fc.constantFrom("=1+1", "'=1", "''-a", "-5", "+31 6", "@x", '"', 'a";b', "\t=1", "'a"),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }),
      fc.constantFrom(";" as const, "," as const),
      (rows, sign) => {
        // The first row names the columns: it tells which sign parts the cells.
        const whole = [["a", "b", "c"], ...rows];
        const text = writeCsv(whole, sign);
        expect(readCsv(text)).toEqual(whole);
        expect(text).not.toMatch(/(?:^|[;,\n])"?[=+@\t]/);
      },
    ),
  );
});

test("a map comes back whole from the sheets of a workbook", () => {
  fc.assert(
    fc.property(anyJourney, language, (journey, spoken) => {
      const { sheets, report } = sheetsOf(journey, { all: true, language: spoken });
      const back = readSheets(
        sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(String)) })),
        "map.xlsx",
      );
      expect(back.report).toEqual([]);
      expect(report).toEqual([]);
      expect(writeJourney(back.journey)).toBe(writeJourney(journey));
    }),
    { numRuns: 300 },
  );
});

test.each(["yaml", "json"] as const)("a map comes back whole from %s", (format) => {
  fc.assert(
    fc.property(anyJourney, (journey) => {
      const { text, report } = writeMapText(journey, format);
      expect(report).toEqual([]);
      expect(readMapText(text, format, "map").journey).toEqual(journey);
    }),
  );
});

/** All of a map that stands in its table of touchpoints; personas go by their name. */
function held({ personas = [], lanes = [], episodes }: Journey): unknown {
  const name = new Map(personas.map((one) => [one.id, one.name]));
  const named = <T extends { persona?: string | undefined }>(items: readonly T[] | undefined) =>
    items?.map((item) => ({ ...item, persona: name.get(item.persona ?? "") }));
  return {
    lanes: lanes.filter(({ kind }) => kind === "text").map(({ id, title }) => ({ id, title })),
    episodes: episodes.map(({ id, title, goal, touchpoints }) => ({
      id,
      title,
      goal,
      touchpoints: touchpoints.map((touchpoint) => ({
        ...touchpoint,
        emotions: named(touchpoint.emotions),
        quotes: named(touchpoint.quotes),
      })),
    })),
  };
}

test("a table of touchpoints comes back from CSV", () => {
  fc.assert(
    fc.property(anyJourney, language, (journey, spoken) => {
      const names = new Set((journey.personas ?? []).map(({ name }) => name));
      fc.pre(names.size === (journey.personas ?? []).length);
      const { text } = writeMapText(loose(journey), "csv", spoken);
      expect(held(readMapText(text, "csv", "map.csv").journey)).toEqual(held(loose(journey)));
    }),
    { numRuns: 300 },
  );
});

/** Without references to what stands outside the table: they cannot come back. */
function loose(journey: Journey): Journey {
  const inside = new Set(
    journey.episodes.flatMap(({ touchpoints }) =>
      touchpoints.flatMap(({ pains = [], opportunities = [], goals = [], metrics = [] }) =>
        [...pains, ...opportunities, ...goals, ...metrics].map(({ id }) => id),
      ),
    ),
  );
  const only = (ids: readonly string[] | undefined) => {
    const left = ids?.filter((id) => inside.has(id)) ?? [];
    return left.length > 0 ? left : undefined;
  };
  const texts = new Set(
    (journey.lanes ?? []).flatMap(({ id, kind }) => (kind === "text" ? id : [])),
  );
  return {
    ...journey,
    episodes: journey.episodes.map((episode) => ({
      ...episode,
      touchpoints: episode.touchpoints.map(({ cells, goals, actions, ...rest }) => {
        const own = Object.entries(cells ?? {}).filter(([id]) => texts.has(id));
        return {
          ...rest,
          ...(goals && {
            goals: goals.map(({ metric, ...goal }) => ({
              ...goal,
              serves: only(goal.serves),
              ...(metric !== undefined && inside.has(metric) && { metric }),
            })),
          }),
          ...(actions && {
            actions: actions.map((action) => ({ ...action, solves: only(action.solves) })),
          }),
          ...(own.length > 0 && { cells: Object.fromEntries(own) }),
        };
      }),
    })),
  };
}

test.each(["ojf", "cjml", "mermaid", "csv"] as const)(
  "what %s holds of a map is the same after it was read and written again",
  (format) => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const { text } = writeMapText(format === "csv" ? loose(journey) : journey, format);
        const { journey: read } = readMapText(text, format, "map");
        const again = writeMapText(
          format === "csv" ? { ...read, language: journey.language } : read,
          format,
        );
        expect(again.text).toBe(text);
      }),
      { numRuns: 300 },
    );
  },
);

test("elements come back from XML as they were", () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), (given) => {
      const texts = given.map((text) => readXml(writeXml(["a", {}, text]), "x").text);
      const written = writeXml(["a", { b: texts.join("") }, texts.map((text) => ["c", {}, text])]);
      const { attributes, children } = readXml(written, "x");
      expect([attributes["b"], children.map(({ text }) => text)]).toEqual([texts.join(""), texts]);
    }),
  );
});

test("every channel is understood by both its names", () => {
  const names = Object.entries(channelWords).flatMap(([key, { nl, en }]) => [
    [key, meant(channelWords, nl)],
    [key, meant(channelWords, en)],
  ]);
  expect(names.filter(([key, read]) => key !== read)).toEqual([]);
});
