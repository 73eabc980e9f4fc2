import type { Page } from "@playwright/test";

/** Puts into every page of a browser what measures from input to paint; runs before the page's own code. */
export function installClock(): void {
  const afterThisFrame = (then: (at: number) => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => then(performance.now()), { once: true });
    port1.start();
    port2.postMessage(null);
  };
  const afterPaint = (then: (at: number) => void) =>
    requestAnimationFrame(() => afterThisFrame(then));
  const keys: number[] = [];
  let enter = 0;
  addEventListener(
    "keydown",
    ({ key, timeStamp }) => {
      if (key === "Enter") enter = timeStamp;
      else if (key.length === 1) afterPaint((at) => keys.push(at - timeStamp));
    },
    { capture: true },
  );
  /** Resolves to when a frame is painted in which this is true, in milliseconds since 1970. */
  const seen = (true_: () => boolean) =>
    new Promise<number>((resolve) => {
      // Looked at where a frame begins: what is there then is painted in that frame.
      const look = () => {
        if (true_()) afterThisFrame((at) => resolve(performance.timeOrigin + at));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  Object.assign(globalThis, {
    clock: { keys, seen, entered: () => performance.timeOrigin + enter },
  });
}

declare global {
  var clock: {
    /** Milliseconds from each letter typed to the paint after it. */
    readonly keys: number[];
    readonly seen: (true_: () => boolean) => Promise<number>;
    /** When Enter was pressed last, in milliseconds since 1970. */
    readonly entered: () => number;
  };
}

/** Scrolls 40 pixels to the right per frame; how long each frame took, in milliseconds. */
export function scrolled(page: Page, scroller: string, frames: number): Promise<number[]> {
  return page.evaluate(
    async ([selector, count]) => {
      const box = document.querySelector(selector);
      const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const lengths: number[] = [];
      let before = await next();
      for (let frame = 0; frame < count; frame += 1) {
        box?.scrollBy(40, 0);
        const now = await next();
        lengths.push(now - before);
        before = now;
      }
      box?.scrollTo(0, 0);
      return lengths;
    },
    [scroller, frames] as const,
  );
}

/** Types letters at the pace of a quick hand; milliseconds from each key to the paint after it. */
export async function typed(page: Page, letters: number): Promise<number[]> {
  await page.evaluate(() => clock.keys.splice(0));
  for (let letter = 0; letter < letters; letter += 1) {
    await page.keyboard.press("abcdefghij"[letter % 10] ?? "a");
    await page.waitForTimeout(40 + ((letter * 7) % 23));
  }
  return page.evaluate(() => clock.keys.splice(0));
}
