/** The goals of the demo, counted by plain loops over its journeys: none of the engine's SQL stands here. */

export type PlainJourney = {
  readonly begin: number;
  readonly steps: readonly number[];
  readonly at: readonly number[];
  readonly answers: readonly { code: number; touchpoint: number; value: number }[];
  readonly lot: bigint;
};

/** Whether a journey tells of a goal, since when, the outcome, and how long it took to come there. */
type Told = {
  readonly since: number;
  readonly y: number;
  readonly wait: number | null;
  readonly about: number;
};

export function journeyOf(row: Record<string, unknown>): PlainJourney {
  const waits = (row["waits"] as string[]).map(Number);
  const at = [0];
  for (const wait of waits) at.push(at.at(-1)! + wait);
  const [codes, touchpoints, values] = ["codes", "touchpoints", "values"].map(
    (name) => row[name] as number[],
  ) as [number[], number[], number[]];
  return {
    begin: Number(row["begin"]),
    steps: row["steps"] as number[],
    at,
    answers: codes.map((code, nth) => ({
      code,
      touchpoint: touchpoints[nth]!,
      value: values[nth]!,
    })),
    lot: BigInt(row["lot"] as string),
  };
}

export function reaching(among: readonly number[], goal: readonly number[]) {
  return ({ begin, steps, at }: PlainJourney): Told | null => {
    const gate = steps.findIndex((step) => among.includes(step));
    if (gate < 0) return null;
    const there = steps.findIndex((step, nth) => nth > gate && goal.includes(step));
    const since = begin + at[gate]!;
    if (there < 0) return { since, y: 0, wait: null, about: 0 };
    return { since, y: 1, wait: at[there]! - at[gate]!, about: 0 };
  };
}

export function leaving(among: readonly number[]) {
  return ({ begin, steps, at }: PlainJourney): Told | null => {
    const last = steps.findLastIndex((step) => among.includes(step));
    if (last < 0) return null;
    const gone = last === steps.length - 1;
    const wait = gone ? null : at[last + 1]! - at[last]!;
    return { since: begin + at[last]!, y: Number(gone), wait, about: 0 };
  };
}

export function answering(code: number, about: readonly number[]) {
  return ({ begin, answers, lot }: PlainJourney): Told | null => {
    const own = answers.filter(
      (answer) => answer.code === code && about.includes(answer.touchpoint),
    );
    if (own.length === 0) return null;
    const drawn = own[Number(lot % BigInt(own.length))]!;
    return { since: begin, y: drawn.value, wait: null, about: drawn.touchpoint };
  };
}

/** Since when it is too early to tell: 95 % of those who come need so long. */
function horizonOf(
  journeys: readonly PlainJourney[],
  of: (journey: PlainJourney) => Told | null,
): number {
  const end = Math.max(...journeys.map(({ begin, at }) => begin + at.at(-1)!));
  const waits = journeys.flatMap((journey) => of(journey)?.wait ?? []).toSorted((a, b) => a - b);
  return end - (waits[Math.floor(0.95 * waits.length)] ?? 0);
}

export function counted(
  journeys: readonly PlainJourney[],
  of: (journey: PlainJourney) => Told | null,
) {
  const horizon = horizonOf(journeys, of);
  const [told, now] = [
    { n: 0, hits: 0 },
    { n: 0, hits: 0 },
  ];
  let early = 0;
  for (const journey of journeys) {
    const found = of(journey);
    if (!found) continue;
    if (found.since > horizon) {
      early += 1;
      continue;
    }
    told.n += 1;
    told.hits += found.y;
    if (found.since <= horizon - 90 * 86_400_000) continue;
    now.n += 1;
    now.hits += found.y;
  }
  return { told, now, early };
}

/** The outcome where an answer was good and where it was not, each in the mix of what those with a good one were asked about. */
export function compared(
  journeys: readonly PlainJourney[],
  qualitative: (journey: PlainJourney) => Told | null,
  good: readonly number[],
  quantitative: (journey: PlainJourney) => Told | null,
) {
  const horizon = horizonOf(journeys, quantitative);
  const groups = new Map<number, { met: number[]; unmet: number[] }>();
  for (const journey of journeys) {
    const [one, other] = [qualitative(journey), quantitative(journey)];
    if (!one || !other || other.since > horizon) continue;
    const group = groups.get(one.about) ?? { met: [], unmet: [] };
    groups.set(one.about, group);
    (good.includes(one.y) ? group.met : group.unmet).push(other.y);
  }
  const both = [...groups.values()].filter(({ met, unmet }) => met.length > 0 && unmet.length > 0);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const n = both.flatMap(({ met }) => met).length;
  return {
    met: { n, mean: mean(both.flatMap(({ met }) => met)) },
    unmet: {
      n: both.flatMap(({ unmet }) => unmet).length,
      mean: both.reduce((sum, { met, unmet }) => sum + (met.length / n) * mean(unmet), 0),
    },
  };
}
