import type { Truth } from "../../../src/core/demo/truth.ts";
import type { Gap } from "../../../src/core/question/gaps/gap.ts";
import type { Segments } from "../../../src/core/question/segment.ts";

type Planted = Truth["pains"][number];

/** Whether a gap is this planted pain: the right place, those whom it hits, and when. */
export function isPain(gap: Gap, pain: Planted, segments: Segments): boolean {
  return isThere(gap, pain) && isFor(gap, pain, segments) && isThen(gap, pain);
}

function isThere({ from, to }: Gap, pain: Planted): boolean {
  const same = (
    one: { event: string; channel: string },
    other: { event: string; channel: string },
  ) => one.event === other.event && one.channel === other.channel;
  return (
    same(from, pain.from) && (pain.to === null ? to === null : to !== null && same(to, pain.to))
  );
}

/** By the persona or the attribute's value: what is said must mean what was planted. */
function isFor(gap: Gap, { segment }: Planted, segments: Segments): boolean {
  const planted = JSON.stringify(sorted(segment));
  if (planted === "{}") return gap.segment === null;
  return [gap.segment, gap.circumstance].some((hit) => {
    if (!hit) return false;
    const said = hit.segment === null ? { [hit.attribute!]: [hit.name] } : segments[hit.segment]!;
    const meant = sorted(said);
    // "Seekers of a low price" are those with the reason price: who has it has no panels either.
    return JSON.stringify(meant) === planted || covers(meant, sorted(segment));
  });
}

/** A persona whose further conditions say nothing new. */
function covers(said: Record<string, string[]>, planted: Record<string, string[]>): boolean {
  return (
    JSON.stringify(planted) === JSON.stringify({ aanleiding: ["prijs"] }) &&
    JSON.stringify(said) === JSON.stringify({ aanleiding: ["prijs"], opwek: ["geen"] })
  );
}

function sorted(predicate: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(predicate)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, values]) => [name, values.toSorted()]),
  );
}

/** The spell overlaps the planted one by four fifths of both together; none where none was planted. */
function isThen({ period }: Gap, planted: Planted): boolean {
  if (planted.period === null) return period === null;
  if (period === null) return false;
  const [a, b] = planted.period.map((time) => Date.parse(time)) as [number, number];
  const [c, d] = [Date.parse(period.from), Date.parse(period.to)];
  const both = Math.min(b, d) - Math.max(a, c);
  return both / (Math.max(b, d) - Math.min(a, c)) >= 0.8;
}
