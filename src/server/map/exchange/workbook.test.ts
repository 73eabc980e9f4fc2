import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { readSheet } from "read-excel-file/node";
import writeXlsx from "write-excel-file/node";
import { expect, test } from "vitest";
import { readJourney, writeJourney } from "../../../core/map/file.ts";
import { anyJourney } from "../../../core/map/journey.arbitrary.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { readWorkbook, writeWorkbook } from "./workbook.ts";

const example = readJourney(
  await readFile(
    new URL("../../../../examples/energy/switching.journey.yaml", import.meta.url),
    "utf8",
  ),
);

async function there(journey: Journey, language: "nl" | "en" = "nl") {
  const { bytes } = await writeWorkbook(journey, language);
  return readWorkbook(bytes, "map.xlsx");
}

test("a map comes back whole from a workbook", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyJourney,
      fc.constantFrom("nl" as const, "en" as const),
      async (journey, language) => {
        const { journey: back, report } = await there(journey, language);
        expect(report).toEqual([]);
        expect(writeJourney(back)).toBe(writeJourney(journey));
      },
    ),
    { numRuns: 40 },
  );
});

test("a row is as high as what stands in it, within reason", async () => {
  const journey = structuredClone(example);
  const [first] = journey.episodes[0]?.touchpoints ?? [];
  Object.assign(first ?? {}, { doing: "word ".repeat(700) });
  const { bytes } = await writeWorkbook(journey, "nl");
  const file = Buffer.from(bytes);
  const heights = [...partOf(file, "xl/worksheets/sheet1.xml").matchAll(/<row [^>]* ht="(\d+)"/g)];
  const [head, long, ...others] = heights.map(([, height]) => Number(height));
  expect([head, long]).toEqual([30, 180]);
  expect(Math.min(...others)).toBeGreaterThanOrEqual(15);
  expect(others.length).toBe(journey.episodes.flatMap((each) => each.touchpoints).length - 1);
});

test("words that programs know are words", async () => {
  const titles = ["toString", "constructor", "__proto__", "valueOf", "hasOwnProperty"];
  const journey: Journey = {
    spoor: "journey/1",
    id: "jo_x",
    title: "valueOf",
    state: "current",
    episodes: [
      {
        id: "ep_1",
        title: "a",
        touchpoints: titles.map((title, at) => ({ id: `tp_${at}`, title })),
      },
    ],
  };
  expect((await there(journey)).journey).toEqual(journey);
});

test("the example comes back byte for byte, in either language", async () => {
  for (const language of ["nl", "en"] as const)
    expect(writeJourney((await there(example, language)).journey)).toBe(writeJourney(example));
});

test("what looks like a formula is text in the file, and the same text after it", async () => {
  const titles = ['=HYPERLINK("http://x")', "+31 6 1234", "-1+1", "@SUM(A1)", "'=1"];
  const journey: Journey = {
    spoor: "journey/1",
    id: "jo_x",
    title: "=1+1",
    state: "current",
    episodes: [
      {
        id: "ep_1",
        title: "=cmd|' /C calc'!A0",
        touchpoints: titles.map((title, at) => ({ id: `tp_${at}`, title, doing: title })),
      },
    ],
  };
  const { bytes } = await writeWorkbook(journey, "en");
  const rows = await readSheet(Buffer.from(bytes));
  expect(rows.slice(1).map((row) => row[1])).toEqual(titles);
  // A formula is an <f> in a cell; there is none in the whole file, packed or not.
  expect((await there(journey)).journey).toEqual(journey);
});

test("cells that people changed come back as they changed them", async () => {
  const { bytes } = await writeWorkbook(example, "nl");
  const rows = (await readSheet(Buffer.from(bytes))).map((row) => [...row]);
  const [head = [], first = []] = rows;
  const at = (name: string) => head.indexOf(name);
  first[at("Kanaal")] = "WhatsApp";
  first[at("Pijnpunten")] = "Ik snap de brief niet | ernst: 4\n- Het duurt te lang";
  first[at("Belang voor de klant")] = 5;
  const file = await writeXlsx(
    rows.map((row) => row.map((cell) => cell as string | null)),
  ).toBuffer();
  const { journey, report } = await readWorkbook(file, "mijn kaart.xlsx");
  const [touchpoint] = journey.episodes[0]?.touchpoints ?? [];
  expect(touchpoint).toMatchObject({
    channel: "whatsapp",
    importance: { customer: 5 },
    pains: [
      { title: "Ik snap de brief niet", severity: 4, evidence: { kind: "assumed" } },
      { title: "Het duurt te lang", evidence: { kind: "assumed" } },
    ],
  });
  expect(report.map(({ key }) => key)).toContain("map-title-from-file");
});

test("a table of somebody else becomes a map, and what it is not sure of is told", async () => {
  const file = await writeXlsx([
    ["Klantreis wasmachine", null, null, null],
    [null, null, null, null],
    ["Fase", "Stap", "Kanaal", "Wie helpt er?"],
    ["Kopen", "Ik zoek een wasmachine", "Website", "niemand"],
    [null, "Ik bel de winkel", "fax", null],
    ["Krijgen", "Ik wacht thuis", null, "de bezorger"],
  ]).toBuffer();
  const { journey, report } = await readWorkbook(file, "wasmachine.xlsx");
  expect(journey).toEqual({
    spoor: "journey/1",
    id: "jo_wasmachine",
    title: "wasmachine",
    state: "current",
    lanes: [{ id: "ln_wie-helpt-er", kind: "text", title: "Wie helpt er?" }],
    episodes: [
      {
        id: "ep_wasmachine_1",
        title: "Kopen",
        touchpoints: [
          {
            id: "tp_wasmachine_1_1",
            title: "Ik zoek een wasmachine",
            channel: "web",
            cells: { "ln_wie-helpt-er": "niemand" },
          },
          { id: "tp_wasmachine_1_2", title: "Ik bel de winkel", notes: "Kanaal: fax" },
        ],
      },
      {
        id: "ep_wasmachine_2",
        title: "Krijgen",
        touchpoints: [
          {
            id: "tp_wasmachine_2_1",
            title: "Ik wacht thuis",
            cells: { "ln_wie-helpt-er": "de bezorger" },
          },
        ],
      },
    ],
  });
  expect(report.map(({ key }) => key)).toEqual([
    "map-new-lane",
    "map-value-noted",
    "map-title-from-file",
  ]);
});

test("a workbook that swells when it is unpacked is refused before it does", async () => {
  const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024));
  await expect(readWorkbook(archive(packed), "bomb.xlsx")).rejects.toMatchObject({
    code: "unreadable-file",
    told: { key: "map-workbook-swells" },
  });
});

test.each([
  ["cut off", Buffer.from("PK\u0003\u0004rest")],
  ["no workbook", archive(deflateRawSync(Buffer.from("hello")))],
])("an archive that is %s is refused with words", async (_, bytes) => {
  await expect(readWorkbook(bytes, "x.xlsx")).rejects.toMatchObject({ code: "unreadable-file" });
});

/** A zip archive with one part, that says of itself that it is small. */
function archive(packed: Buffer): Buffer {
  const name = Buffer.from("xl/workbook.xml");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(5, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(5, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

/** One part of an archive, unpacked. */
function partOf(zip: Buffer, wanted: string): string {
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from("PK\u0005\u0006")) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, nameSize] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if (zip.toString("utf8", at + 46, at + 46 + nameSize) === wanted)
      return inflateRawSync(zip.subarray(start, start + size)).toString("utf8");
    at += 46 + nameSize + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`${wanted} is not there`);
}
