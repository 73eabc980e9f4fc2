import { must } from "../assert.ts";
import { END, START, type TouchpointName } from "./answers.ts";
import { OTHER } from "./flow-picture.ts";

/**
 * Labels touchpoints: the event, with its channel where that is known. Where two would read the same
 * (or as START, END or OTHER) the one with the higher code has its code added.
 * @example [{ code: 1, event: "Call", channel: "phone" }] → label "Call · phone"
 */
export function nameTouchpoints(
  touchpoints: readonly {
    readonly code: number;
    readonly event: string;
    readonly channel: string;
  }[],
): TouchpointName[] {
  const taken = new Set([START, END, OTHER]);
  return touchpoints
    .toSorted((a, b) => a.code - b.code)
    .map(({ code, event, channel }) => {
      let label = channel === "" ? event : `${event} · ${channel}`;
      while (taken.has(label)) label = `${label} (${code})`;
      taken.add(label);
      return { code, event, channel, label };
    });
}

/** From codes to labels; every code must be known. */
export function labeller(touchpoints: readonly TouchpointName[]): (code: number) => string {
  const labels = new Map(touchpoints.map((each) => [each.code, each.label]));
  return (code) => must(labels.get(code), `touchpoint ${code}`);
}
