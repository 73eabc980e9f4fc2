import { expect, test } from "vitest";
import { message, writeMessage } from "../../../core/message/message.ts";
import { Watch, type Tailed } from "./watch.ts";

const line = (what: string) =>
  JSON.stringify({ id: what, type: "event", time: 1000, what, who: { customer: "c-1234567" } });
const told = (at: number, lines: string[], source = "Till") => ({
  workspace: 1,
  source,
  at,
  lines,
  bad: [],
});

test("a source waits from the first arrival until its batch is in people's journeys", () => {
  let now = 100;
  const watch = new Watch(() => now);
  expect(watch.lagOf(1, "Till")).toEqual({ last: null, waits: null });
  watch.told(told(100, [line("a")]));
  watch.told(told(150, [line("b")]));
  watch.told(told(160, [line("c")], "Shop"));
  expect(watch.lagOf(1, "Till")).toEqual({ last: null, waits: 100 });
  watch.taken(7, { workspace: 1, source: "Till", first: 100, last: 150 });
  watch.told(told(180, [line("d")]));
  expect(watch.lagOf(1, "Till")).toEqual({ last: null, waits: 100 });
  now = 900;
  watch.derived([7]);
  expect(watch.lagOf(1, "Till")).toEqual({ last: 800, waits: 180 });
  watch.taken(8, { workspace: 1, source: "Till", first: 180, last: 180 });
  watch.derived([8]);
  expect(watch.lagOf(1, "Till")).toEqual({ last: 720, waits: null });
  expect(watch.lagOf(1, "Shop").waits).toBe(160);
  expect(watch.lagOf(2, "Till")).toEqual({ last: null, waits: null });
});

async function take(stream: AsyncIterable<{ event: Tailed }>, most: number): Promise<Tailed[]> {
  const taken: Tailed[] = [];
  for await (const { event } of stream) {
    taken.push(event);
    if (taken.length === most) break;
  }
  return taken;
}

test("who begins to watch sees the last things told, masked, and then what comes; of one source only", async () => {
  const watch = new Watch(() => 0);
  const over = new AbortController();
  for (let nth = 0; nth < 30; nth += 1) watch.told(told(nth, [line(`event ${nth}`)]));
  watch.told(told(30, [line("elsewhere")], "Shop"));
  const stream = watch.follow(1, "Till", over.signal);
  const before = await take({ [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) }, 20);
  expect(before.map((each) => each.type === "told" && each.what)).toEqual(
    Array.from({ length: 20 }, (_, nth) => `event ${nth + 10}`),
  );
  const next = stream.next();
  const bad = [[writeMessage(message("not-an-object")), "/v1 [1]"]] as const;
  watch.told({ ...told(31, []), bad });
  expect((await next).value?.event).toMatchObject({
    kind: "unfit",
    reason: { key: "not-an-object" },
  });
  expect(JSON.stringify(before)).not.toContain("c-1234567");
  over.abort();
  expect((await stream.next()).done).toBe(true);
});

test("who watches slowly costs no memory: what is too much is counted instead", async () => {
  const watch = new Watch(() => 0);
  const stream = watch.follow(1, "Till", new AbortController().signal);
  const first = stream.next();
  watch.told(told(0, [line("first")]));
  await first;
  const lines = Array.from({ length: 1000 }, (_, nth) => line(String(nth)));
  watch.told(told(1, lines));
  watch.told(told(2, [line("last")]));
  const [skipped, ...shown] = await take(
    { [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) },
    51,
  );
  expect(skipped).toEqual({ type: "skipped", count: 951 });
  expect(shown.at(-1)).toMatchObject({ what: "last" });
  await stream.return(undefined);
});
