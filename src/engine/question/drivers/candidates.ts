import { z } from "zod";
import type { DriverKind } from "../../../core/question/drivers/drivers.ts";
import type { Engine } from "../../port.ts";
import type { Groups } from "../gaps/groups.ts";
import { ALWAYS, type Answered } from "./answered.ts";

/** Something that may explain an outcome, with SQL over a row of `preparedSql`. */
export type Candidate = {
  readonly kind: DriverKind;
  /** Code of the touchpoint; 0 without. */
  readonly touchpoint: number;
  readonly name: string;
  readonly value: string;
  readonly from: number | null;
  readonly unit: string;
  readonly has: string;
  /** Of whom it could be said; null = of everybody. */
  readonly known: string | null;
  /** The quarters at either end, for what is measured, and of whom it is. */
  readonly ends: { readonly low: string; readonly high: string; readonly among: string } | null;
};

export type Measure = {
  readonly code: number;
  readonly kind: string;
  readonly name: string;
  readonly unit: string;
};

const count = z.coerce.number();
const Quarters = z.tuple([z.number().nullable(), z.number().nullable()]);
const StepRow = z.object({ code: z.number(), journeys: count });
const WaitRow = z.object({ code: z.number(), n: count, q: Quarters });
const MeasureRow = z.object({ code: z.number(), about: z.number(), n: count, q: Quarters });
const GapRow = z.object({ q: z.array(Quarters) });

/** Most of a kind that are looked at, the most frequent first. */
const STEPS = 40;
const MEASURES = 40;
const MOMENTS = 6;
const BESIDE_MOMENTS = 20;
const GROUPS = 120;
/** Fewest that must have something measured. */
const FEWEST = 60;

type Parts = {
  readonly candidates: readonly Candidate[];
  /** The rows of `answered` with all that the candidates' SQL needs. */
  readonly sql: string;
};

/** All that may explain the outcome, from the data alone: nobody says what to look for. */
export async function readCandidates(
  engine: Engine,
  from: Answered,
  groups: Groups,
  measures: readonly Measure[],
  labels: ReadonlyMap<number, string>,
  signal: AbortSignal | undefined,
): Promise<Parts> {
  const limits = { signal };
  const { analysis } = engine;
  const { parameters } = from;
  const steps = await analysis.rows(
    StepRow,
    `SELECT code, count() AS journeys FROM (SELECT s FROM ${from.sql})
    ARRAY JOIN arrayDistinct(s) AS code GROUP BY code ORDER BY journeys DESC, code LIMIT ${STEPS}`,
    parameters,
    limits,
  );
  const waits = await analysis.rows(
    WaitRow,
    `SELECT code, count() AS n, quantilesExact(0.25, 0.75)(toFloat64(wait)) AS q FROM (SELECT s, w FROM ${from.sql})
    ARRAY JOIN arrayPopBack(s) AS code, w AS wait
    GROUP BY code HAVING n >= ${FEWEST} ORDER BY n DESC, code LIMIT ${STEPS}`,
    parameters,
    limits,
  );
  const moments = measures.filter(({ kind }) => kind === "moment").slice(0, MOMENTS);
  const numbers = measures.filter(({ kind }) => kind !== "moment" && kind !== "score");
  const measured =
    numbers.length === 0
      ? []
      : await analysis.rows(
          MeasureRow,
          `SELECT m.1 AS code, m.2 AS about, count() AS n, quantilesExact(0.25, 0.75)(m.3) AS q
          FROM (SELECT known FROM ${from.sql}) ARRAY JOIN known AS m
          WHERE has([${numbers.map(({ code }) => code).join(", ")}], m.1)
          GROUP BY code, about HAVING n >= ${FEWEST} ORDER BY n DESC, code, about LIMIT ${MEASURES}`,
          parameters,
          limits,
        );
  const long = waits.map(({ code, q }) => ({ code, low: q[0] ?? 0, high: q[1] ?? 0 }));
  const sql = preparedSql(from, groups, long, moments);
  const later = laterOf(moments, steps.slice(0, BESIDE_MOMENTS), labels);
  const gaps =
    later.length === 0
      ? []
      : await analysis.rows(
          GapRow,
          `SELECT [${later
            .map(({ gap, known }) => `quantilesExactIf(0.25, 0.75)(toFloat64(${gap}), ${known})`)
            .join(", ")}] AS q FROM ${sql}`,
          { ...parameters, ...groups.parameters },
          limits,
        );
  return {
    sql,
    candidates: [
      ...steps.map(({ code }) =>
        stepCandidate("passed", code, `has(s, ${code}) AND about != ${code}`, `about != ${code}`),
      ),
      ...steps.map(({ code }) =>
        stepCandidate("repeated", code, `countEqual(s, ${code}) > 1`, `has(s, ${code})`),
      ),
      ...waits
        .filter(({ q }) => (q[1] ?? 0) > (q[0] ?? 0))
        .map(({ code, q }) => waitCandidate(code, (q[1] ?? 0) / 1000)),
      ...measured.flatMap(({ code, about, q }) => {
        const measure = numbers.find((each) => each.code === code);
        const [low, high] = q;
        if (!measure || low === null || high === null || high <= low) return [];
        return [measureCandidate(measure, about, low, high)];
      }),
      ...later.map((each, nth) => laterCandidate(each, gaps[0]?.q[nth] ?? [null, null])),
      ...groupCandidates(groups),
    ],
  };
}

/** Adds which waits were long or short, the groups, and the moments that were told. */
function preparedSql(
  { sql }: Answered,
  groups: Groups,
  long: readonly { code: number; low: number; high: number }[],
  moments: readonly Measure[],
): string {
  const list = (of: (wait: (typeof long)[number]) => number) =>
    `[${[0, ...long.map(of)].join(", ")}]`;
  const bound = (of: (wait: (typeof long)[number]) => number, otherwise: number) =>
    `transform(step, ${list(({ code }) => code)}, arrayMap(b -> toFloat64(b), ${list(of)}), toFloat64(${otherwise}))`;
  return `(
    SELECT y, about, s, begin, at, until, traits, known, ${groups.sql} AS own,
      arrayFilter((step, wait) -> toFloat64(wait) > ${bound(({ high }) => high, 1e18)}, arrayPopBack(s), w) AS longs,
      arrayFilter((step, wait) -> toFloat64(wait) < ${bound(({ low }) => low, -1)}, arrayPopBack(s), w) AS shorts,
      ${moments
        .map(
          ({ code }, nth) =>
            `arrayLast(m -> m.1 = ${code}, known) AS told${nth}, told${nth}.1 != 0 AS is${nth},`,
        )
        .join(" ")}
      arrayMap(m -> (m.1, m.2), known) AS places
    FROM ${sql})`;
}

function stepCandidate(
  kind: "passed" | "repeated",
  code: number,
  has: string,
  known: string | null,
): Candidate {
  const nothing = { name: "", value: "", from: null, unit: "", ends: null };
  return { ...nothing, kind, touchpoint: code, has, known };
}

function waitCandidate(code: number, seconds: number): Candidate {
  return {
    kind: "waited",
    touchpoint: code,
    name: "",
    value: "",
    from: seconds,
    unit: "seconds",
    has: `has(longs, ${code})`,
    known: `has(arrayPopBack(s), ${code})`,
    ends: {
      low: `has(shorts, ${code}) AND NOT has(longs, ${code})`,
      high: `has(longs, ${code})`,
      among: `has(arrayPopBack(s), ${code})`,
    },
  };
}

function measureCandidate(
  { code, name, unit }: Measure,
  about: number,
  low: number,
  high: number,
): Candidate {
  const test = `m.1 = ${code} AND m.2 = ${about}`;
  const last = `arrayLast(m -> ${test}, known).3`;
  const known = `has(places, (toUInt16(${code}), toUInt16(${about})))`;
  return {
    kind: "measured",
    touchpoint: about,
    name,
    value: "",
    from: high,
    unit,
    has: `${known} AND ${last} > ${high}`,
    known,
    ends: {
      low: `${known} AND ${last} < ${low}`,
      high: `${known} AND ${last} > ${high}`,
      among: known,
    },
  };
}

type Later = {
  readonly touchpoint: number;
  readonly late: string;
  readonly early: string;
  /** Seconds from the early to the late one. */
  readonly gap: string;
  /** Both are known; only the early one is, and it had passed when the answer was given. */
  readonly known: string;
  readonly missed: string;
};

/**
 * Any moment that was told against any other, and against when each step was: in both directions. What had
 * not come when the answer was given, though the other moment had passed, is later too.
 */
function laterOf(
  moments: readonly Measure[],
  steps: readonly { readonly code: number }[],
  labels: ReadonlyMap<number, string>,
): Later[] {
  const told = moments.map(({ name }, nth) => ({
    touchpoint: 0,
    name,
    at: `told${nth}.3`,
    known: `is${nth}`,
  }));
  const done = steps.map(({ code }) => ({
    touchpoint: code,
    name: labels.get(code) ?? "",
    at: `(begin + toInt64(at[indexOf(s, ${code})])) / 1000`,
    known: `has(s, ${code})`,
  }));
  const pairs = told.flatMap((one, nth) => [
    ...told.slice(nth + 1).map((other) => [one, other] as const),
    ...done.map((other) => [one, other] as const),
  ]);
  return pairs.flatMap(([one, other]) =>
    [[one, other] as const, [other, one] as const].map(([early, late]) => ({
      touchpoint: late.touchpoint || early.touchpoint,
      late: late.name,
      early: early.name,
      gap: `${late.at} - ${early.at}`,
      known: `${one.known} AND ${other.known}`,
      missed: `${early.known} AND NOT ${late.known} AND until != ${ALWAYS}
        AND ${early.at} < (begin + until) / 1000`,
    })),
  );
}

function laterCandidate(
  { touchpoint, late, early, gap, known, missed }: Later,
  [low, high]: readonly [number | null, number | null],
): Candidate {
  return {
    kind: "later",
    touchpoint,
    name: late,
    value: early,
    from: 0,
    unit: "seconds",
    has: `if(${known}, ${gap} > 0, ${missed})`,
    known: `(${known}) OR (${missed})`,
    ends:
      low === null || high === null || high <= low
        ? null
        : {
            low: `${known} AND ${gap} < ${low}`,
            high: `${known} AND ${gap} > ${high}`,
            among: known,
          },
  };
}

function groupCandidates({ all }: Groups): Candidate[] {
  const values = Map.groupBy(all, ({ attribute }) => attribute);
  return all.slice(0, GROUPS).map(({ id, attribute, segment, name }): Candidate => ({
    kind: attribute === null ? "segment" : "attribute",
    touchpoint: 0,
    name: attribute ?? segment ?? "",
    value: attribute === null ? "" : name,
    from: null,
    unit: "",
    has: `has(own, ${id})`,
    known:
      attribute === null
        ? null
        : `hasAny(own, [${(values.get(attribute) ?? []).map((each) => each.id).join(", ")}])`,
    ends: null,
  }));
}
