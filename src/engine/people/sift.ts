import type { RetentionTerm } from "../../core/people/retention-rule.ts";
import { DAY } from "../../core/people/retention-rule.ts";
import { z } from "zod";
import { normalSql } from "../event/identifier.ts";
import { identifierHash, journeyHash } from "../identity/pseudonym.ts";
import { literal } from "../literal.ts";
import type { Engine } from "../port.ts";
import { tombstoneKinds, tombstones } from "./tombstone.ts";

/** Tells which rows are not to be kept: of people who were erased, and older than a rule keeps them. */
export type Sift = {
  /** A condition on rows of `load` that have these columns. */
  test(columns: ReadonlySet<string>): string;
  /** Whether each of these texts, which could not be read as rows, mentions somebody who was erased. */
  mentions(texts: readonly string[]): Promise<boolean[]>;
};

export type SiftTask = {
  readonly ws: number;
  readonly terms: readonly RetentionTerm[];
  /** The time in milliseconds. */
  readonly now: number;
};

/** What is sifted out of what comes in; null when all is kept. */
export async function siftOf(engine: Engine, { ws, terms, now }: SiftTask): Promise<Sift | null> {
  const kinds = await tombstoneKinds(engine, ws);
  if (kinds.length === 0 && terms.length === 0) return null;
  return {
    test(columns) {
      const tests = [
        ...(kinds.length > 0 ? [erasedTest(ws, kinds, columns)] : []),
        ...(columns.has("time") ? terms.map((term) => outlivedTest(term, columns, now)) : []),
      ];
      return tests.length === 0 ? "0" : tests.map((test) => `(${test})`).join(" OR ");
    },
    async mentions(texts) {
      const [first] = kinds;
      if (first === undefined || texts.length === 0) return texts.map(() => false);
      const rows = await engine.intake.rows(
        z.object({ told: z.array(z.coerce.boolean()) }),
        `SELECT arrayMap(raw -> ${mentionTest(ws, kinds, "raw", "toInt64(-1)")}, {texts:Array(String)}) AS told`,
        { texts },
      );
      return rows[0]?.told ?? [];
    },
  };
}

/** When nothing says when it was, it was before any erasure. */
const unknownTime = "toInt64(-1)";

function erasedTest(ws: number, kinds: readonly string[], columns: ReadonlySet<string>): string {
  const when = columns.has("time")
    ? `ifNull(toUnixTimestamp64Milli(time), ${unknownTime})`
    : unknownTime;
  const gone = (hash: string) => erased(ws, hash, when);
  const tests: string[] = [];
  if (columns.has("who"))
    tests.push(`arrayExists(w -> ${gone(identifierHash("w.1", "w.2"))}, who)`);
  if (columns.has("journey") && kinds.includes("")) {
    // In a journey that was his, a row that nobody else can be told from.
    const others = columns.has("who")
      ? `AND NOT arrayExists(w -> ${identifierHash("w.1", "w.2")} NOT IN (
          SELECT identifier FROM link FINAL WHERE ws = ${ws} AND person = 0), who)`
      : "";
    tests.push(`journey != '' AND ${gone(journeyHash("journey"))} ${others}`);
  }
  if (columns.has("raw")) tests.push(`raw != '' AND ${mentionTest(ws, kinds, "raw", when)}`);
  if (columns.has("place"))
    tests.push(`kind = 'reference' AND ${mentionTest(ws, kinds, "place", when)}`);
  return tests.length === 0 ? "0" : tests.map((test) => `(${test})`).join(" OR ");
}

/** SQL: is this the hash of somebody who was erased, and did it happen before? */
function erased(ws: number, hash: string, when: string): string {
  const known = tombstones(ws);
  return `transform(${hash}, ${known}.1, ${known}.2, toInt64(-2)) >= ${when}`;
}

/** SQL: does a piece of this text, read as an identifier of any kind, belong to somebody who was erased? */
function mentionTest(ws: number, kinds: readonly string[], text: string, when: string): string {
  const tests = kinds.map((kind) => {
    const hash =
      kind === "" ? journeyHash("piece") : identifierHash(literal(kind), normalSql(kind, "piece"));
    return erased(ws, hash, when);
  });
  return `arrayExists(piece -> ${tests.join(" OR ")}, ${pieces(text)})`;
}

/** Pieces of a text that may be a value: what stands in quotes, between separators, and single words. */
function pieces(text: string): string {
  return `arrayMap(piece -> trimBoth(piece), arrayDistinct(arrayConcat([${text}],
    extractAll(${text}, '"((?:[^"\\\\\\\\]|\\\\\\\\.)*)"'),
    splitByRegexp('[,;\\\\t|]', ${text}),
    extractAll(${text}, '[^\\\\s,;"\\'{}\\\\[\\\\]<>|()=&?]+'))))`;
}

function outlivedTest(
  { kind, event, source, days }: RetentionTerm,
  columns: ReadonlySet<string>,
  now: number,
): string {
  const tests = [
    "isNotNull(time)",
    "kind != 'reference'",
    `toUnixTimestamp64Milli(assumeNotNull(time)) < ${now - days * DAY}`,
    ...(kind === null ? [] : [`kind = ${literal(kind)}`]),
    ...(event === null ? [] : [columns.has("event") ? `event = ${literal(event)}` : "0"]),
    ...(source === null ? [] : [`source = ${literal(source)}`]),
  ];
  return tests.join(" AND ");
}
