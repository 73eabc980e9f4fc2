import { afterFrames } from "../../app/after-frames.ts";

/** To the last touchpoint, once it is drawn: what was added there is in sight, and its title can be typed at once. */
export function toTheEnd(): void {
  afterFrames(2, () => {
    const grid = document.querySelector("[role=grid]");
    const scroller = grid?.closest(".map-page");
    scroller?.scrollTo({ left: scroller.scrollWidth, behavior: "instant" });
    // Where columns come and go, the last one is there only after the scroll.
    afterFrames(2, () => {
      const heads = grid?.querySelectorAll<HTMLElement>("[data-row='0'][data-column]");
      [...(heads ?? [])].at(-1)?.focus();
    });
  });
}
