import { z } from "zod";
import { balances, type LiveLedger } from "./import.ts";

/** What is wrong with a source that tells by itself, each with the figures that say so. */
export const SourceTrouble = z.discriminatedUnion("is", [
  /** Longer than it usually is. */
  z.strictObject({ is: z.literal("silent"), since: z.string() }),
  /** Calls with a wrong signature, the last of them today. */
  z.strictObject({ is: z.literal("refusing"), calls: z.number().int(), last: z.string() }),
  /** What came in so many milliseconds ago is not in people's journeys yet. */
  z.strictObject({ is: z.literal("behind"), milliseconds: z.number() }),
  /** Of what came in over the last day, this share was set aside. */
  z.strictObject({ is: z.literal("aside"), share: z.number(), events: z.number().int() }),
  z.strictObject({ is: z.literal("unbalanced") }),
]);
export type SourceTrouble = z.infer<typeof SourceTrouble>;

/** What is known of a source, times in epoch milliseconds. */
export type SourceFigures = {
  readonly now: number;
  /** When it last told something; null for never. */
  readonly last: number | null;
  readonly stopped: boolean;
  /** Its books of the last seven days, an entry for each hour in which it told something. */
  readonly hours: readonly { readonly hour: number; readonly ledger: LiveLedger }[];
  /** Calls that were refused, and when the last of them came. */
  readonly refused: { readonly calls: number; readonly last: number | null };
  /** Since when something of it waits to be in people's journeys. */
  readonly waits: number | null;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What came in is expected in people's journeys after so many milliseconds. */
export const EXPECTED = 5_000;
/** From this share on, of at least so many events, what is set aside is told. */
const [SHARE, EVENTS] = [0.05, 20];

/** True when received = stored + duplicate + quarantined + suppressed. */
export function liveBalances({ suppressed, ...ledger }: LiveLedger): boolean {
  return balances({ ...ledger, received: ledger.received - suppressed });
}

/**
 * What is wrong with a source; nothing when it is well. One that tells in bursts is silent only when its
 * pause is over twice the longest of the week before, and never within two hours.
 */
export function sourceTroubles(figures: SourceFigures): SourceTrouble[] {
  const { now, last, stopped, hours, refused, waits } = figures;
  const day = hours.filter(({ hour }) => hour > now - DAY);
  const received = sum(day, "received");
  const aside = sum(day, "quarantined");
  const silent = !stopped && last !== null && now - last > allowed(hours, last);
  return [
    ...(hours.every(({ ledger }) => liveBalances(ledger)) ? [] : [{ is: "unbalanced" } as const]),
    ...(silent ? [{ is: "silent", since: new Date(last).toISOString() } as const] : []),
    ...(refused.last !== null && now - refused.last < DAY
      ? [
          {
            is: "refusing",
            calls: refused.calls,
            last: new Date(refused.last).toISOString(),
          } as const,
        ]
      : []),
    ...(waits !== null && now - waits >= EXPECTED
      ? [{ is: "behind", milliseconds: now - waits } as const]
      : []),
    ...(received >= EVENTS && aside / received > SHARE
      ? [{ is: "aside", share: aside / received, events: aside } as const]
      : []),
  ];
}

/** How long it may be silent, in milliseconds. */
function allowed(hours: SourceFigures["hours"], last: number): number {
  const heard = hours.map(({ hour }) => hour).toSorted((one, other) => one - other);
  // Of one that was hardly ever heard nobody knows how often it tells.
  if (heard.length < 3) return 7 * DAY;
  const pauses = heard.slice(1).map((hour, before) => hour - heard[before]!);
  return Math.max(2 * HOUR, 2 * Math.max(...pauses), last - heard.at(-1)!);
}

function sum(hours: SourceFigures["hours"], part: keyof LiveLedger): number {
  return hours.reduce((all, { ledger }) => all + ledger[part], 0);
}
