import { rate } from "../../../src/core/evidence/interval.ts";
import type { Mean } from "../../../src/core/evidence/interval.ts";
import type { Overlay, TouchpointFigures } from "../../../src/core/evidence/overlay.ts";
import type { Journey } from "../../../src/core/map/journey.ts";

/** What a test says of one touchpoint; the rest of its figures follows. */
export type Sketch = {
  /** Of 100 journeys, how many come this far. */
  readonly still: number;
  readonly reach?: number;
  readonly waitHours?: number;
  /** Mean score on 1 … 5, and how many gave one. */
  readonly csat?: readonly [mean: number, n: number];
  readonly quotes?: readonly string[];
  /** No event supports it. */
  readonly unseen?: true;
};

const JOURNEYS = 20_114;

/** Figures over a map from a few numbers per touchpoint, in the map's order. */
export function figuresOver(
  journey: Journey,
  sketches: readonly Sketch[],
  loops: Overlay["loops"] = [],
): Overlay {
  const ids = journey.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id));
  const stills = sketches.map(({ still }) => Math.round((still / 100) * JOURNEYS));
  const touchpoints = sketches.map((sketch, at): TouchpointFigures => {
    const { reach = sketch.still * 0.9, waitHours, csat, quotes = [], unseen } = sketch;
    const journeys = unseen ? 0 : Math.round((reach / 100) * JOURNEYS);
    const still = stills[at] ?? 0;
    const lost = still - (stills[at + 1] ?? 0);
    const seconds = waitHours === undefined ? null : waitHours * 3600;
    const onScale = csat ? meanOf(csat) : null;
    const emotion = onScale && csat ? meanOf([(csat[0] - 3) / 2, csat[1]], 0.5) : null;
    return {
      id: ids[at] ?? "",
      codes: unseen ? [] : [at],
      events: Math.round(journeys * 1.3),
      journeys,
      people: Math.round(journeys * 0.97),
      reach: rate(journeys, JOURNEYS),
      conversion:
        at === sketches.length - 1 ? null : rate(journeys - Math.min(lost, journeys), journeys),
      wait: {
        n: seconds === null ? 0 : journeys,
        p25Seconds: seconds === null ? null : seconds * 0.5,
        medianSeconds: seconds,
        p75Seconds: seconds === null ? null : seconds * 1.9,
      },
      leave: rate(Math.min(lost, journeys), journeys),
      repeats: rate(Math.round(journeys * 0.12), journeys),
      still: rate(still, JOURNEYS),
      lost,
      scores: onScale
        ? [
            {
              name: "CSAT",
              scale: [1, 5],
              onScale,
              counts: [1, 2, 3, 4, 5].map((value) => ({
                value,
                count: Math.round((onScale.n / 5) * (1.6 - Math.abs(value - onScale.mean) * 0.4)),
              })),
            },
          ]
        : [],
      emotion,
      quotes: quotes.map((text) => ({ text, person: "p1", time: "2026-05-01T10:00:00Z" })),
    };
  });
  return {
    shown: { journeys: JOURNEYS, of: JOURNEYS },
    people: 19_560,
    from: "2025-11-03T00:00:00Z",
    to: "2026-11-12T00:00:00Z",
    onMap: JOURNEYS,
    touchpoints,
    loops,
    unbound: [],
    evidence: { measured: 62, research: 21, assumed: 17 },
  };
}

function meanOf([mean, n]: readonly [number, number], unit = 1): Mean {
  const spread = (2.3 * unit) / Math.sqrt(n);
  return { n, mean, low: mean - spread, high: mean + spread };
}
