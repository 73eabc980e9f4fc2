import { execFile } from "node:child_process";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { LiveSource } from "../src/protocol/event/source.ts";
import { startSpoor } from "../tests/e2e/running-spoor.ts";
import { Crowd } from "./crowd.ts";

const BATCH = 100;
const HANDS = 8;
/** The server is looked at so often, in milliseconds. */
const LOOK = 5_000;
const PERIOD = 10 * 60_000;

type Seen = { readonly at: number; readonly megabytes: number; readonly lag: number };

/**
 * Tells events at a rate for some minutes, by a growing crowd of known and unknown visitors, and watches
 * the server: its memory, how far behind it is, and that what it accepted is what it counts.
 */
export async function soak(minutes: number, rate: number): Promise<void> {
  await using spoor = await startSpoor({ demo: false });
  const made = await fetch(`${spoor.address}/api/w/own/sources`, {
    method: "POST",
    body: JSON.stringify({ name: "soak" }),
  });
  const key = LiveSource.parse(await made.json()).keys[0]!.shown;
  const to = new URL(`/v1/batch?key=${key}`, spoor.address);
  const agent = new Agent({ keepAlive: true, maxSockets: HANDS });
  const crowd = new Crowd();
  const began = performance.now();
  const until = began + minutes * 60_000;
  const counts = { accepted: 0, refused: 0 };
  let waits: number[] = [];
  let seen: Seen[] = [];
  let next = 0;

  const hand = async () => {
    while (performance.now() < until) {
      const due = began + (next++ * BATCH * 1000) / rate;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      // A sender that fell behind does not make up for it: the rate is the highest, not the average.
      else if (early < -1000) next = Math.ceil(((performance.now() - began) * rate) / BATCH / 1000);
      const body = crowd.batch(BATCH, Date.now());
      for (;;) {
        const start = performance.now();
        const { status, again } = await post(to, body, agent);
        if (status === 200) {
          waits.push(performance.now() - start);
          counts.accepted += BATCH;
          break;
        }
        if (status !== 429 && status !== 503) throw new Error(`The server answered ${status}.`);
        counts.refused += 1;
        await pause(again * 1000);
      }
    }
  };

  let watching = true;
  const watch = async () => {
    let period = 1;
    while (watching) {
      await pause(LOOK);
      seen.push({
        at: performance.now() - began,
        megabytes: await residentMegabytes(spoor.pid),
        lag: await lagOf(spoor.address),
      });
      all.push(seen.at(-1)!);
      if (performance.now() - began < period * Math.min(PERIOD, (minutes * 60_000) / 6)) continue;
      period += 1;
      say(told(seen, waits, counts, performance.now() - began));
      [seen, waits] = [[], []];
    }
  };
  const all: Seen[] = [];
  say(
    `${rate} events/s for ${minutes} minutes, in batches of ${BATCH} over ${HANDS} connections; server ${spoor.pid}`,
  );
  const watched = watch();
  await Promise.all(Array.from({ length: HANDS }, hand));
  const sending = (performance.now() - began) / 1000;
  await settled(spoor.address, counts.accepted);
  const settling = (performance.now() - began) / 1000 - sending;
  watching = false;
  await watched;
  agent.destroy();
  const half = all.slice(Math.floor(all.length / 2));
  say(
    [
      `accepted ${counts.accepted} events (${Math.round(counts.accepted / sending)}/s of ${rate}/s asked), of ${crowd.size} visitors; counted the same`,
      `all in journeys ${settling.toFixed(1)} s after the last`,
      `memory: ${range(all.map(({ megabytes }) => megabytes))} MB; in the second half ${slope(half).toFixed(0)} MB an hour`,
    ].join("\n"),
  );
}

function told(
  seen: readonly Seen[],
  waits: readonly number[],
  { accepted, refused }: { accepted: number; refused: number },
  at: number,
): string {
  const sorted = waits.toSorted((one, other) => one - other);
  const p99 = sorted[Math.floor(0.99 * (sorted.length - 1))] ?? Number.NaN;
  return [
    `${(at / 60_000).toFixed(1)} min`,
    `memory ${range(seen.map(({ megabytes }) => megabytes))} MB, slope ${slope(seen).toFixed(0)} MB/h`,
    `behind ${range(seen.map(({ lag }) => lag))} s`,
    `${accepted} accepted, ${refused} requests asked to come back`,
    `p99 ${p99.toFixed(0)} ms`,
  ].join("; ");
}

function range(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
    .map((value) => (value === undefined ? "–" : Math.round(value)))
    .join(" / ");
}

/** By least squares, in megabytes an hour. */
function slope(seen: readonly Seen[]): number {
  const mean = (of: (one: Seen) => number) =>
    seen.reduce((sum, one) => sum + of(one), 0) / seen.length;
  const [at, megabytes] = [mean((one) => one.at), mean((one) => one.megabytes)];
  const over = seen.reduce((sum, one) => sum + (one.at - at) * (one.megabytes - megabytes), 0);
  return (3_600_000 * over) / seen.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
}

async function residentMegabytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return (Number(stdout) * 1024) / 1e6;
}

/** How many seconds ago the oldest came that is not in people's journeys yet; 0 for less than five. */
async function lagOf(address: string): Promise<number> {
  const health = z.object({ checks: z.object({ intake: z.string() }) });
  const { checks } = health.parse(await read(`${address}/api/health`));
  if (checks.intake === "ok") return 0;
  const [, seconds] = /^What came in (\d+) s ago/.exec(checks.intake) ?? [];
  if (seconds === undefined) say(checks.intake);
  return Number(seconds ?? 0);
}

/** Not over a connection that the server may be closing just then: it lets go of an idle one after seconds. */
async function read(url: string): Promise<unknown> {
  return (await fetch(url, { headers: { connection: "close" } })).json();
}

/** While people are derived, one whose journey becomes another's may be counted in both: it must not last. */
const PATIENCE = 120_000;

async function settled(address: string, events: number): Promise<void> {
  let tooMany: number | null = null;
  for (;;) {
    const sources = z.array(LiveSource).safeParse(await read(`${address}/api/w/own/sources`));
    const six = z
      .object({ events: z.number() })
      .safeParse(await read(`${address}/api/w/own/overview`));
    const stored = sources.data?.[0]?.ledger.stored ?? 0;
    const counted = six.data?.events ?? 0;
    if (stored === events && counted === events) return;
    tooMany = counted > events ? (tooMany ?? performance.now()) : null;
    if (stored > events || (tooMany !== null && performance.now() - tooMany > PATIENCE))
      throw new Error(`${events} were accepted, ${stored} booked and ${counted} counted.`);
    await pause(500);
  }
}

function post(
  to: URL,
  body: string,
  agent: Agent,
): Promise<{ readonly status: number; readonly again: number }> {
  return new Promise((done, failed) => {
    const sent = request(to, { method: "POST", agent }, (answer) => {
      const { statusCode = 0, headers } = answer;
      answer
        .resume()
        .on("end", () => done({ status: statusCode, again: Number(headers["retry-after"] ?? 1) }));
    });
    // One that was let go of while idle is no answer; the same events are told again, and count once.
    sent.on("error", (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === "ECONNRESET") done({ status: 503, again: 0 });
      else failed(error);
    });
    sent.end(body);
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
