import type { Binding, Journey, Touchpoint } from "../../../../core/map/journey.ts";
import type { Overlay } from "../../../../core/evidence/overlay.ts";
import type { Facets } from "../../../../core/question/answers.ts";

/** An event type of the data that nothing on the map claims. */
export type Unclaimed = {
  readonly event: string;
  readonly channel: string;
  readonly label: string;
  readonly journeys: number;
};

/** What the data has and the map does not, the most travelled first. */
export function unclaimed(overlay: Overlay, facets: Facets | null): Unclaimed[] {
  const names = new Map(facets?.touchpoints.map((each) => [each.label, each]));
  return overlay.unbound
    .flatMap(({ label, journeys }) => {
      const name = names.get(label);
      return name ? [{ event: name.event, channel: name.channel, label, journeys }] : [];
    })
    .toSorted((a, b) => b.journeys - a.journeys);
}

/** What the map has and no event supports. */
export function unsupported(journey: Journey, overlay: Overlay): Touchpoint[] {
  const seen = new Set(
    overlay.touchpoints.filter(({ codes }) => codes.length > 0).map(({ id }) => id),
  );
  return journey.episodes
    .flatMap(({ touchpoints }) => touchpoints)
    .filter(({ id }) => !seen.has(id));
}

/** The rule that an event type is bound with. */
export function ruleOf({ event, channel }: Pick<Unclaimed, "event" | "channel">): Binding {
  return channel === "" ? { event } : { event, channel };
}
