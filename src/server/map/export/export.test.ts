import { describe, expect, test } from "vitest";
import { Journey } from "../../../core/map/journey.ts";
import { ExportFormat } from "../../../protocol/map/export.ts";
import { formats } from "./formats.ts";
import { attachment } from "./handlers.ts";
import { elements, unzipped } from "./parts.fixture.ts";

const hostile = [
  "<script>alert(1)</script>",
  `"><svg onload="alert(1)">`,
  "]]>&lt;&amp; <!-- -->",
  "\u202Egnp.exe\u202C \u0000\u0008 \uD800 \uFFFF",
  "<b>".repeat(1300),
  "ا".repeat(4000),
];

function journeyOf(touchpoints: number, text: (at: number) => string): Journey {
  return Journey.parse({
    spoor: "journey/1",
    id: "jo_odd",
    title: "A & B <i>",
    language: "en",
    episodes: [
      {
        id: "ep_a",
        title: `<img src=x onerror="alert(1)">`,
        touchpoints: Array.from({ length: touchpoints }, (_, at) => ({
          id: `tp_${at}`,
          title: text(at).slice(0, 160),
          channel: "web",
          doing: text(at),
          pains: [{ id: `pn_${at}`, title: "Slow", text: text(at), evidence: { kind: "assumed" } }],
          pictures: [{ id: `pi_${at}`, hash: "0".repeat(64), alt: text(at).slice(0, 300) }],
          emotions: [{ id: `em_${at}`, value: (at % 5) / 5 - 0.4, evidence: { kind: "assumed" } }],
        })),
      },
    ],
  });
}

const odd = journeyOf(hostile.length, (at) => hostile[at] ?? "");

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function written(format: ExportFormat, journey = odd): Promise<Buffer> {
  const { bytes } = await formats[format]({
    journey,
    overlay: null,
    language: "en",
    load: () => Promise.resolve({ type: "image/png", bytes: new Uint8Array(pixel) }),
  });
  return Buffer.from(bytes);
}

test("a PDF holds any letter with any mark, composed where there is such a letter", async () => {
  const marks = Array.from({ length: 0x70 }, (_, at) => String.fromCodePoint(0x300 + at));
  const quotes = "A a I i Z z 1".split(" ").map((letter, at) => ({
    id: `qu_${at}`,
    text: marks.map((mark) => letter + mark).join(" "),
    evidence: { kind: "assumed" as const },
  }));
  const { episodes, ...rest } = journeyOf(quotes.length, () => "Ouvre A\u0300 domicile");
  const [episode] = episodes;
  const touchpoints = episode!.touchpoints.map((each, at) => ({ ...each, quotes: [quotes[at]!] }));
  const journey = { ...rest, title: "E\u0301te\u0301", episodes: [{ ...episode!, touchpoints }] };
  const pdf = (await written("pdf", journey)).toString("latin1");
  expect(pdf.trimEnd().endsWith("%%EOF")).toBe(true);
});

describe("hostile text", () => {
  test("is text in an SVG, which stays well-formed and runs nothing", async () => {
    const svg = (await written("svg")).toString();
    const names = elements(svg);
    expect(
      [...names].filter((name) => /script|onload|onerror|foreignObject|^a$/.test(name)),
    ).toEqual([]);
    expect(names).toContain("image");
    expect(svg).toContain("&lt;script&gt;alert(1)");
    expect(svg).not.toMatch(/[\u202A-\u202E\0\uFFFF]/);
  });

  test("is text in a page, which may run nothing and fetch nothing", async () => {
    const html = (await written("html")).toString();
    expect(html).toContain(`content="default-src 'none';`);
    expect(html).not.toMatch(/<(?:script|img|b)\b|<svg onload/i);
    expect(html).not.toMatch(/(?:src|href)="?https?:/);
    expect(html).toContain("&lt;script&gt;alert(1)");
  });

  test("leaves a PDF with its pages and its title", async () => {
    const pdf = (await written("pdf")).toString("latin1");
    expect(pdf.startsWith("%PDF-1.")).toBe(true);
    expect(pdf.trimEnd().endsWith("%%EOF")).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(2);
    expect(pdf).toContain("/Lang (en)");
    expect(pdf).toContain("(A & B <i>)");
    expect(pdf).toMatch(/\/FontFile2/);
  });

  test("leaves slides of well-formed XML", async () => {
    const files = unzipped(await written("pptx"));
    const slide = files.get("ppt/slides/slide1.xml")?.toString() ?? "";
    for (const [name, bytes] of files)
      if (/\.(?:xml|rels)$/.test(name)) expect(() => elements(bytes.toString())).not.toThrow();
    expect(slide).toContain("&lt;script&gt;alert(1)");
    expect(elements(slide)).toContain("a:cubicBezTo");
    expect(elements(slide)).toContain("p:pic");
  });

  test("leaves a PNG of the size of the sheet", async () => {
    const png = await written("png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const [, width, height] =
      /width="([\d.]+)" height="([\d.]+)"/.exec((await written("svg")).toString()) ?? [];
    expect(Math.abs(png.readUInt32BE(16) - 2 * Number(width))).toBeLessThan(2);
    expect(Math.abs(png.readUInt32BE(20) - 2 * Number(height))).toBeLessThan(2);
  });
});

test("the same map gives the same SVG", async () => {
  const small = journeyOf(2, (at) => ["I look for a supplier", "I compare rates"][at] ?? "");
  await expect((await written("svg", small)).toString()).toMatchFileSnapshot("./small.golden.svg");
});

test.each(ExportFormat.options)(
  "a thousand touchpoints are written as %s while one waits",
  { timeout: 60_000 },
  async (format) => {
    const bytes = await written(
      format,
      journeyOf(1000, (at) => `I do this for the ${at}th time`),
    );
    expect(bytes.length).toBeGreaterThan(10_000);
  },
);

test("a file keeps its name whatever is in it, and is never shown as a page", () => {
  expect(attachment(`é"\r\n.svg`)).toEqual({
    "Content-Disposition": `attachment; filename="____.svg"; filename*=UTF-8''%C3%A9%22%0D%0A.svg`,
    "X-Content-Type-Options": "nosniff",
  });
});
