import { expect, test } from "vitest";
import { AppError } from "../../problem.ts";
import { formatOfText } from "./recognise.ts";
import { readMapText } from "./read.ts";
import { writeMapText } from "./write.ts";

/** What a file is told, whichever reader gets it; its key, or its text. */
function told(text: string, name = "a file"): string {
  try {
    readMapText(text, formatOfText(text, name), name);
    return "read";
  } catch (error) {
    if (error instanceof AppError) return error.told?.key ?? error.message;
    throw error;
  }
}

const entities = Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
).join("");

test.each([
  [
    "a swelling entity",
    `<?xml version="1.0"?><!DOCTYPE CJML [<!ENTITY e0 "ha">${entities}]><CJML>&e9;</CJML>`,
    "xml-doctype",
  ],
  [
    "an entity from a file",
    `<!DOCTYPE CJML [<!ENTITY x SYSTEM "file:///etc/passwd">]><CJML>&x;</CJML>`,
    "xml-doctype",
  ],
  ["an entity that nobody defined", "<CJML>&x;</CJML>", "xml-entity"],
  ["a deep XML", `<CJML>${"<a>".repeat(100_000)}`, "xml-too-deep"],
  ["an XML that is cut off", "<CJML><plannedJourney>", "xml-cut-off"],
  ["tags that cross", "<CJML><a></CJML></a>", "xml-wrong-end"],
  ["a comment without end", `<CJML><!-- ${"-".repeat(500_000)}`, "xml-broken"],
  ["attributes without end", `<CJML ${'a="b" '.repeat(200_000)}`, "xml-broken"],
  ["white space without end", `<CJML ${" ".repeat(2_000_000)}`, "xml-broken"],
  ["a CJML of single customers", "<CJML><actualJourney/></CJML>", "cjml-only-actual"],
  ["a CJML of nothing", "<CJML/>", "cjml-no-journey"],
  [
    "a deep JSON",
    `{"spoor":"journey/1","a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`,
    "map-too-deep",
  ],
  [
    "a deep OpenJourney",
    `{"stages":${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}}`,
    "map-too-deep",
  ],
  ["a deep YAML", `spoor: journey/1\na: ${"[".repeat(50_000)}`, "yaml-too-deep"],
  ["a YAML with aliases", "spoor: journey/1\nid: &a jo_x\ntitle: *a\n", "yaml-wrong"],
  ["a table of events", `Touchpoint,When\n${"Call,2026\n".repeat(6000)}`, "map-too-many-rows"],
  ["an OpenJourney without stages", '{"stages":[],"nodes":[]}', "map-nothing-drawn"],
])("%s is refused with words", (_, text, key) => {
  expect(told(text)).toBe(key);
});

const said = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "\u202Egnp.exe\u202C",
  "]]>&amp;<!--",
  '=HYPERLINK("http://evil.example")',
  "click: #35; %% section",
];

test.each(["yaml", "json", "csv", "ojf", "cjml", "mermaid"] as const)(
  "hostile words are words in %s, and stay what they were",
  (format) => {
    const touchpoints = said.map((title, at) => ({ id: `tp_${at}`, title, doing: title }));
    const { text } = writeMapText(
      {
        spoor: "journey/1",
        id: "jo_x",
        title: said[0] ?? "",
        state: "current",
        episodes: [{ id: "ep_1", title: said[1] ?? "", touchpoints }],
      },
      format,
    );
    const { journey } = readMapText(text, format, "x");
    expect(journey.episodes[0]?.touchpoints.map(({ title }) => title)).toEqual(said);
    if (format === "cjml" || format === "mermaid") expect(text).not.toMatch(/<(script|img)/);
    if (format === "csv") expect(text).not.toMatch(/(^|[\n,;"])=/);
  },
);

test("a title that is too long is cut, an id that stands twice is made anew, and both are told", () => {
  const long = "a".repeat(500);
  const text = `Touchpoint,Importance to the customer,Id\n${long},9,tp_x\nb,5,tp_x\n`;
  const { journey, report } = readMapText(text, "csv", "x.csv");
  expect(journey.episodes[0]?.touchpoints).toEqual([
    { id: "tp_x", title: `${"a".repeat(159)}…` },
    { id: expect.stringMatching(/^tp_/), title: "b", importance: { customer: 5 } },
  ]);
  expect(report.map(({ key }) => key).toSorted()).toEqual([
    "map-cut",
    "map-left-out",
    "map-new-id",
    "map-no-title",
    "map-title-from-file",
  ]);
});

test.each([
  ["white space before nothing", `<?xml?>${" ".repeat(60_000)}x`, "xml-broken"],
  ["instructions before nothing", `${"<??>".repeat(16_000)}x`, "xml-broken"],
  ["empty lines", `a${"\n".repeat(60_000)}b`, "map-not-recognised"],
  ["a table with endless names", `Touchpoint,${"é ".repeat(4_000_000)}\na,b\n`, "read"],
])("%s does not make reading go back and forth until the test runs out of time", (_, text, key) => {
  expect(told(text)).toBe(key);
});

test("an HTML page and an SVG are told what they are", () => {
  expect(told("<!DOCTYPE html><html></html>")).toBe("map-other-xml");
  expect(told('<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b"><svg/>')).toBe("map-other-xml");
});

test("ten megabytes of anything are read or refused, and never hold the process for long", () => {
  const cells = `Touchpoint\n"${"x".repeat(10_000_000)}"\n`;
  const { journey } = readMapText(cells, "csv", "x.csv");
  expect(journey.episodes[0]?.touchpoints[0]?.title).toHaveLength(160);
  expect(told(`journey\nsection a\n${"x".repeat(5_000_000)}: 3: me`)).toBe("read");
  expect(told(`<CJML>${"&lt;".repeat(2_000_000)}</CJML>`)).toBe("cjml-no-journey");
});
