import type { CDPSession, Page } from "@playwright/test";

type TraceEvent = {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
};

/** What is measured is over when the page marks this. */
export const OVER = "bench-over";

/**
 * How long the main thread of a page was at work, in milliseconds of the processor: what others do on
 * the machine lengthens this less than it lengthens the wait. `during` says how long was waited until
 * the page marked that it is over.
 */
export async function mainThread(
  page: Page,
  during: () => Promise<number>,
): Promise<{ readonly waited: number; readonly worked: number }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "blink.user_timing"] },
  });
  const waited = await during();
  await ended(session);
  const over = events.findLast(({ name, cat }) => name === OVER && cat.includes("user_timing"));
  if (!over) throw new Error("the page was not marked");
  return { waited, worked: workIn(events, over, waited) };
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
}

/** Processor time of the tasks of a thread in the last `waited` milliseconds before an event of it. */
function workIn(events: readonly TraceEvent[], over: TraceEvent, waited: number): number {
  const from = over.ts - waited * 1000;
  const tasks = events
    .filter(({ pid, tid, ph }) => pid === over.pid && tid === over.tid && ph === "X")
    .toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  let worked = 0;
  let counted = 0;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const inside = Math.min(ts + dur, over.ts) - Math.max(ts, from);
    // Tasks within tasks are counted already.
    if (inside <= 0 || ts < counted) continue;
    worked += (tdur * inside) / dur;
    counted = ts + dur;
  }
  return worked / 1000;
}
