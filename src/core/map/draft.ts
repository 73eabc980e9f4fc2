import type { TouchpointName } from "../question/answers.ts";
import { Journey, type Touchpoint } from "./journey.ts";
import { knownChannel } from "./known-channel.ts";

/** A touchpoint of the data as a first map sees it. */
export type Candidate = TouchpointName & {
  readonly journeys: number;
  /** Median of its place in the journeys that pass it, 0 (begin) … 1 (end). */
  readonly position: number;
};

export type DraftInput = {
  readonly title: string;
  readonly language?: "nl" | "en" | undefined;
  readonly journeys: number;
  readonly candidates: readonly Candidate[];
  /** How often one touchpoint (by code) directly follows another. */
  readonly flow: readonly { readonly from: number; readonly to: number; readonly count: number }[];
};

/** A touchpoint that fewer journeys pass is left to the list of what the map does not claim. */
const LEAST_REACH = 0.02;
const MOST_TOUCHPOINTS = 28;
const EPISODES = { least: 5, most: 7, touchpointsEach: 4 };

/**
 * A first map: the touchpoints that enough journeys pass, ordered by where in a journey they lie, and
 * cut into five to seven episodes where the flow between two neighbours is thinnest. Titles are those of
 * the data, to be edited; all evidence is measured. With fewer than five touchpoints each is an episode.
 * Needs at least one candidate.
 */
export function draftJourney(input: DraftInput): Journey {
  const chosen = choose(input);
  const taken = new Set<string>();
  const unique = (prefix: string, text: string) => {
    const slug = slugOf(text) || "x";
    let id = `${prefix}_${slug}`;
    for (let n = 2; taken.has(id); n++) id = `${prefix}_${slug}-${n}`;
    taken.add(id);
    return id;
  };
  return Journey.parse({
    spoor: "journey/1",
    id: unique("jo", input.title),
    title: input.title,
    ...(input.language && { language: input.language }),
    state: "current",
    episodes: cut(chosen, input.flow).map((part) => {
      const main = part.reduce((best, each) => (each.journeys > best.journeys ? each : best));
      const title = main.event.slice(0, 160);
      return {
        id: unique("ep", title),
        title,
        touchpoints: part.map((each): Touchpoint => {
          const channel = knownChannel(each.channel);
          return {
            id: unique("tp", each.label),
            title: each.event.slice(0, 160),
            ...(channel && { channel }),
            events: [{ event: each.event, channel: each.channel }],
            evidence: [{ kind: "measured", n: each.journeys }],
          };
        }),
      };
    }),
  });
}

function choose({ candidates, journeys }: DraftInput): Candidate[] {
  const byReach = candidates.toSorted((a, b) => b.journeys - a.journeys || a.code - b.code);
  return byReach
    .filter((each, i) => i < EPISODES.most || each.journeys >= LEAST_REACH * journeys)
    .slice(0, MOST_TOUCHPOINTS)
    .toSorted((a, b) => a.position - b.position || a.code - b.code);
}

function cut(ordered: readonly Candidate[], flow: DraftInput["flow"]): Candidate[][] {
  const between = (a: number, b: number) =>
    flow.reduce((sum, { from, to, count }) => {
      const neighbours = (from === a && to === b) || (from === b && to === a);
      return neighbours ? sum + count : sum;
    }, 0);
  const wanted = Math.round(ordered.length / EPISODES.touchpointsEach);
  const parts = Math.min(ordered.length, Math.max(EPISODES.least, Math.min(EPISODES.most, wanted)));
  const thinnest = ordered
    .slice(1)
    .map((each, i) => ({ at: i + 1, flow: between(ordered[i]!.code, each.code) }))
    .toSorted((a, b) => a.flow - b.flow || a.at - b.at)
    .slice(0, parts - 1)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
  return [0, ...thinnest].map((from, i) => ordered.slice(from, thinnest[i] ?? ordered.length));
}

/** Letters, digits and dashes; at most 50. */
function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 50);
}
