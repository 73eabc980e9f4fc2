import { expect, test } from "vitest";
import { liveBalances, sourceTroubles, type SourceFigures } from "./source-health.ts";

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 30, 12, 30);
const ledger = { received: 100, stored: 90, duplicate: 4, quarantined: 5, suppressed: 1 };
const hoursAgo = (...ago: number[]) =>
  ago.map((each) => ({ hour: Math.floor(now / HOUR) * HOUR - each * HOUR, ledger }));
const well: SourceFigures = {
  now,
  last: now - HOUR / 4,
  stopped: false,
  hours: hoursAgo(0, 1, 2, 3),
  refused: { calls: 0, last: null },
  waits: null,
};
const words = (part: Partial<SourceFigures>) =>
  sourceTroubles({ ...well, ...part }).map(({ is }) => is);

test("a source that is heard, read and in time is well", () => {
  expect(sourceTroubles(well)).toEqual([]);
  expect(sourceTroubles({ ...well, last: null, hours: [] })).toEqual([]);
});

test("it is silent when it pauses over twice as long as it ever did that week", () => {
  const last = now - 3 * HOUR;
  const heard = hoursAgo(3, 4, 5, 6);
  expect(sourceTroubles({ ...well, last, hours: heard })).toEqual([
    { is: "silent", since: new Date(last).toISOString() },
  ]);
  // Nights are usual for a shop.
  expect(words({ last, hours: hoursAgo(3, 4, 16, 17) })).toEqual([]);
  expect(words({ last, hours: heard, stopped: true })).toEqual([]);
  // Of two hours one cannot tell what is usual.
  expect(words({ last: now - 24 * HOUR, hours: hoursAgo(24, 25) })).toEqual([]);
  expect(words({ last: now - 8 * 24 * HOUR, hours: [] })).toEqual(["silent"]);
});

test("it is behind from five seconds on, and refuses for a day after the last wrong signature", () => {
  expect(words({ waits: now - 4_999 })).toEqual([]);
  expect(sourceTroubles({ ...well, waits: now - 5_000 })).toEqual([
    { is: "behind", milliseconds: 5_000 },
  ]);
  expect(words({ refused: { calls: 3, last: now - 23 * HOUR } })).toEqual(["refusing"]);
  expect(words({ refused: { calls: 3, last: now - 25 * HOUR } })).toEqual([]);
});

test("what is set aside is told when it is more than a twentieth of the last day", () => {
  const mostly = { ...ledger, stored: 80, quarantined: 15 };
  const hours = [{ hour: Math.floor(now / HOUR) * HOUR, ledger: mostly }];
  expect(sourceTroubles({ ...well, hours })).toEqual([{ is: "aside", share: 0.15, events: 15 }]);
  expect(words({ hours: hours.map((each) => ({ ...each, hour: each.hour - 25 * HOUR })) })).toEqual(
    [],
  );
});

test("the books do not balance as soon as one event is in none of them", () => {
  expect(liveBalances(ledger)).toBe(true);
  expect(liveBalances({ ...ledger, suppressed: 0 })).toBe(false);
  const hours = [...well.hours, { hour: now - 50 * HOUR, ledger: { ...ledger, stored: 89 } }];
  expect(words({ hours })).toEqual(["unbalanced"]);
});
