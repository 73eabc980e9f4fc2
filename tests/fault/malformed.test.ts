import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { openSpoor, type Spoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";

/** `SPOOR_REQUESTS=100000` for the whole of it; some in the suite. */
const REQUESTS = Number(process.env["SPOOR_REQUESTS"] ?? 4000);

const LOT = 2000;

let dataDir: string;
let spoor: Spoor;
let key: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-malformed-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
  const made = await spoor.app.request("http://localhost/api/w/own/sources", {
    method: "POST",
    body: JSON.stringify({ name: "Anything" }),
  });
  key = ((await made.json()) as LiveSource).keys[0]!.shown;
});
afterAll(async () => {
  await spoor[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const names = [
  "type",
  "event",
  "userId",
  "anonymousId",
  "messageId",
  "timestamp",
  "sentAt",
  "properties",
];
const others = [
  "traits",
  "context",
  "who",
  "what",
  "id",
  "source",
  "__proto__",
  "constructor",
  "batch",
  "events",
];
const anyValue = fc.anything({
  key: fc.constantFrom(...names, ...others),
  maxDepth: 3,
  withNullPrototype: false,
});
const anyFields = fc.dictionary(
  fc.constantFrom(...names, ...others),
  fc.oneof(
    anyValue,
    fc.constantFrom("track", "identify", "alias", "", "\0", "‮", "=1+1", 1e308, -1),
  ),
);
const anyBody = fc.oneof(
  anyFields,
  fc
    .array(fc.oneof(anyFields, anyValue), { maxLength: 5 })
    .map((batch) => ({ batch, events: batch })),
  anyValue,
);
const anyText = fc.oneof(
  { weight: 6, arbitrary: anyBody.map((body) => JSON.stringify(body) ?? "") },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.nat(60_000).map((deep) => "[".repeat(deep) + "]".repeat(deep)) },
  { weight: 1, arbitrary: anyBody.map((body) => (JSON.stringify(body) ?? "").slice(0, -1)) },
);
const anyRequest = fc.record({
  path: fc.constantFrom(
    "/v1/batch",
    "/v1/t",
    "/v1/identify",
    "/batch/",
    "/capture",
    "/api/events",
    "/api/cloudevents",
  ),
  text: anyText,
  packed: fc.constantFrom("no", "no", "yes", "broken"),
});

/** How many events a body tells, by the reading of whoever sends it. */
function told(path: string, text: string): number {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return 1;
  }
  if (Array.isArray(body)) return body.length;
  if (typeof body !== "object" || body === null || path === "/api/cloudevents") return 1;
  const items = (body as Record<string, unknown>)[path === "/api/events" ? "events" : "batch"];
  return Array.isArray(items) ? items.length : 1;
}

/** As many as are asked for; never more at hand than a few thousand. */
function* anyRequests() {
  for (let lot = 0; lot * LOT < REQUESTS; lot += 1)
    yield* fc.sample(anyRequest, { numRuns: Math.min(LOT, REQUESTS - lot * LOT), seed: 4 + lot });
}

/** What is in use once all else is let go of, in megabytes; buffers included. */
function heldMegabytes(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

test(
  `${REQUESTS} requests of any kind: no failure, and everything is in the books`,
  { timeout: REQUESTS * 50 + 120_000 },
  async () => {
    let [expected, sent] = [0, 0];
    const answered = new Map<number, number>();
    let before = 0;
    for (const { path, text, packed } of anyRequests()) {
      const plain = Buffer.from(text);
      const bytes = packed === "no" ? plain : gzipSync(plain);
      const body = packed === "broken" ? bytes.subarray(0, bytes.length - 5) : bytes;
      const { status } = await spoor.app.request(`http://localhost${path}`, {
        method: "POST",
        body: new Uint8Array(body),
        headers: { "x-spoor-key": key },
      });
      answered.set(status, (answered.get(status) ?? 0) + 1);
      if (status === 200 || status === 204) expected += told(path, plain.toString("utf8"));
      sent += 1;
      if (sent === REQUESTS / 4) before = heldMegabytes();
    }
    expect([...answered.keys()].filter((status) => ![200, 204, 400, 413].includes(status))).toEqual(
      [],
    );
    await spoor.intake.settled();
    const answer = await spoor.app.request("http://localhost/api/w/own/sources");
    const [{ ledger }] = (await answer.json()) as [LiveSource];
    expect(ledger.received).toBe(expected);
    expect(ledger.received).toBe(ledger.stored + ledger.duplicate + ledger.quarantined);
    expect(spoor.intake.state.failure).toBeNull();
    expect(heldMegabytes() - before).toBeLessThan(60);
  },
);
