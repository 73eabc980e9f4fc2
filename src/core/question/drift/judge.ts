import { changePoints, chanceOf, type ChangePoint } from "./change-point.ts";
import { corrected } from "./correct.ts";
import { byDay, type Series, type Sums } from "./series.ts";
import { sizeOf, WORTH } from "./size.ts";

/** Of what is told, the share that may be chance: one in a hundred. */
const SURE = 0.01;
/** Fewest people in each of two periods. */
const FEWEST = 30;

/** Two stretches of days [from, to) since 1970. */
export type Periods = {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
};

/** A change of a series; `nth` is its place in the list, `p` is corrected for all of them. */
export type Found = ChangePoint & { readonly nth: number; readonly span: Periods };

/** What changed in many series, corrected for how many there are; only what is worth a word. */
export function judged(all: readonly Series[], periods: Periods | null): Found[] {
  const found = periods === null ? throughTime(all) : betweenPeriods(all, periods);
  return found.filter(
    ({ p, before, after, nth }) =>
      p <= SURE && sizeOf(before, after, all[nth]!.squares === null) >= WORTH,
  );
}

function throughTime(all: readonly Series[]): Found[] {
  const points = all.map((series) => changePoints(series, SURE / Math.max(1, all.length)));
  // A series stands for its surest change; further ones are looked for only where that one is sure.
  const surest = points.map((own) => Math.min(1, ...own.map(({ p }) => p)));
  const chances = corrected(surest);
  return points.flatMap((own, nth) => {
    const factor = surest[nth]! > 0 ? chances[nth]! / surest[nth]! : all.length;
    const { days } = all[nth]!;
    const edges = [days[0] ?? 0, ...own.map(({ day }) => day), (days.at(-1) ?? 0) + 1];
    return own.map((point, place): Found => {
      const [from, day, to] = [edges[place]!, edges[place + 1]!, edges[place + 2]!];
      const p = Math.min(1, point.p * factor);
      return { ...point, p, nth, span: { before: [from, day], after: [day, to] } };
    });
  });
}

function betweenPeriods(all: readonly Series[], span: Periods): Found[] {
  const compared = all.flatMap((series, nth): Found[] => {
    const [before, after] = [within(series, span.before), within(series, span.after)];
    const share = series.squares === null;
    if (before.n < FEWEST || after.n < FEWEST || sameThroughout(before, after, share)) return [];
    const inside = part(series, span.before[0], span.after[1]);
    const [first] = changePoints(inside, 0);
    const [low, high] = [span.before[1], span.after[0]];
    return [
      {
        nth,
        span,
        before,
        after,
        p: chanceOf(before, after, share),
        day: first?.day ?? high,
        low: first?.low ?? Math.min(low, high),
        high: first?.high ?? Math.max(low, high),
      },
    ];
  });
  const chances = corrected(compared.map(({ p }) => p));
  return compared.map((each, place) => ({ ...each, p: chances[place]! }));
}

/** Nobody or everybody on both sides: nothing to compare. */
function sameThroughout(before: Sums, after: Sums, share: boolean): boolean {
  const sum = before.sum + after.sum;
  return share && (sum === 0 || sum === before.n + after.n);
}

function within(series: Series, [from, to]: readonly [number, number]): Sums {
  const days = byDay(part(series, from, to));
  return days.over(0, days.starts.length);
}

/** The days [from, to) of a series. */
function part({ days, n, sum, squares }: Series, from: number, to: number): Series {
  const kept = days.map((day) => day >= from && day < to);
  const keep = (values: readonly number[]) => values.filter((_, nth) => kept[nth]);
  return { days: keep(days), n: keep(n), sum: keep(sum), squares: squares && keep(squares) };
}
