import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readCsv } from "../../../src/core/map/exchange/csv.ts";
import type { FoundPeople } from "../../../src/core/people/found-person.ts";
import { openDesk, type PrivacyDesk } from "./desk.ts";

const hostile = `<script>alert(1)</script>"=2+3`;

let desk: PrivacyDesk;
let person: string;
beforeAll(async () => {
  desk = await openDesk();
  const at = (day: number) => `2026-03-0${day}T10:00:00Z`;
  await desk.tell(
    { what: "Looked", time: at(1), who: { cookie: "mine-cookie" }, attributes: { plan: "green" } },
    { what: "=cmd()", time: at(2), who: { cookie: "mine-cookie", customer: "mine-1" } },
    {
      type: "feedback",
      what: "Looked",
      time: at(3),
      who: { customer: "mine-1" },
      comment: hostile,
      scores: { nps: 3 },
    },
    { type: "consent", time: at(4), who: { customer: "mine-1" }, consents: { news: "yes" } },
    // A household's telephone: nothing of the other may come along.
    { what: "Called", time: at(5), who: { customer: "mine-1", phone: "0612345678" } },
    {
      what: "Private call",
      time: at(6),
      who: { customer: "other-2", phone: "0612345678", email: "other@mail.nl" },
      attributes: { debt: "secret of the other" },
    },
  );
  person = await personOf("mine-1");
}, 240_000);
afterAll(() => desk?.[Symbol.asyncDispose]());

async function personOf(value: string): Promise<string> {
  const { people } = await desk.ask<FoundPeople>("/api/w/own/people/find", { value });
  return people[0]!.person;
}

async function exported(format: string, whose = person): Promise<Buffer> {
  const response = await desk.send(
    `/api/w/own/people/${whose}/access?format=${format}&language=en`,
  );
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

type Parts = Record<string, { rows: Record<string, string>[] }>;
const partsOf = async (whose?: string) =>
  (JSON.parse((await exported("json", whose)).toString()) as { parts: Parts }).parts;

/** The files of an archive, by the directory at its end. */
function unzipped(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06"));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let nth = 0; nth < zip.readUInt16LE(end + 10); nth++) {
    const [packed, length] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const from = zip.readUInt32LE(at + 42);
    const name = zip.subarray(at + 46, at + 46 + length).toString();
    const body = from + 30 + zip.readUInt16LE(from + 26);
    files.set(name, inflateRawSync(zip.subarray(body, body + packed)).toString());
    at += 46 + length;
  }
  return files;
}

test("everything that is held of a person is in it, in full, with why it is one person's", async () => {
  const parts = await partsOf();
  expect(parts["identities"]?.rows.map(({ Kind, Value }) => `${Kind} ${Value}`)).toEqual([
    "cookie mine-cookie",
    "customer mine-1",
    "phone a phone that other people use too",
  ]);
  expect(parts["links"]?.rows).toMatchObject([{ Source: "Shop", Times: "1" }]);
  expect(parts["events"]?.rows.map(({ What }) => What)).toEqual([
    "Looked",
    "=cmd()",
    "Looked",
    "",
    "Called",
  ]);
  expect(parts["events"]?.rows[2]).toMatchObject({
    "In your words": hostile,
    Figures: "NPS: 3",
  });
  expect(parts["traits"]?.rows).toContainEqual({
    Particular: "plan",
    Value: "green",
    Source: "Shop",
    Since: "2026-03-01T10:00:00.000Z",
  });
  expect(parts["consents"]?.rows).toMatchObject([{ Purpose: "news", Word: "agrees" }]);
  expect(parts["journeys"]?.rows).toHaveLength(1);
  expect(parts["sources"]?.rows).toMatchObject([{ Source: "Shop", Rows: "5" }]);
  expect(parts["objection"]?.rows).toEqual([{ "Do you object?": "no" }]);
  expect(parts["decisions"]?.rows).toEqual([]);
});

test("of another who shares a telephone there is nothing in any form", async () => {
  for (const format of ["json", "html"])
    expect((await exported(format)).toString()).not.toMatch(
      /other-2|other@mail|secret of|Private call|12345678/,
    );
  const csv = [...unzipped(await exported("csv")).values()].join("\n");
  expect(csv).not.toMatch(/other-2|other@mail|secret of|Private call|12345678/);
  const theirs = await partsOf(await personOf("other-2"));
  expect(JSON.stringify(theirs)).not.toMatch(/mine-1|mine-cookie/);
});

test("no cell is a formula, no text is markup, and every format opens", async () => {
  const events = readCsv(
    unzipped(await exported("csv"))
      .get("events.csv")
      ?.slice(1) ?? "",
  );
  expect(events[2]?.[2]).toBe("=cmd()");
  expect(unzipped(await exported("csv")).get("events.csv")).toContain("'=cmd()");
  const html = (await exported("html")).toString();
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
  const pdf = await exported("pdf");
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.subarray(-6).toString().trim()).toBe("%%EOF");
});

test("a hundred thousand events come out whole and in order, in bounded memory", async () => {
  const { engine } = desk.spoor;
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, kind, id, time, row, event, who, attributes)
    SELECT 1, 900000, 'Big', 'event', number, toDateTime64('2025-01-01 00:00:00', 3, 'UTC') + intDiv(number, 3),
      number, 'Step', [('customer', 'big-1')], map('note', repeat('x', 100))
    FROM numbers(100000)`,
  );
  const big = await personOf("big-1");
  for (const format of ["json", "csv", "html"]) {
    globalThis.gc?.();
    const response = await desk.send(`/api/w/own/people/${big}/access?format=${format}`);
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    let [most, bytes, lines] = [0, 0, 0];
    for await (const piece of response.body!) {
      bytes += piece.length;
      if (format === "json") lines += Buffer.from(piece).toString().split('"Step"').length - 1;
      const { arrayBuffers, heapUsed } = process.memoryUsage();
      most = Math.max(most, arrayBuffers + heapUsed - before);
    }
    expect(bytes).toBeGreaterThan(format === "csv" ? 100_000 : 10_000_000);
    if (format === "json") expect(lines).toBe(100_000);
    expect(most, format).toBeLessThan(200_000_000);
  }
}, 600_000);

test("nobody has an export of what is not held", async () => {
  expect((await desk.send("/api/w/own/people/12345/access")).status).toBe(404);
  expect((await desk.send("/api/w/own/people/no-number/access")).status).toBe(404);
  const kept = await desk.spoor.documents.query(
    z.object({ count: z.number() }),
    "SELECT count(*) AS count FROM privacy_request",
  );
  expect(kept).toEqual([{ count: 0 }]);
});
