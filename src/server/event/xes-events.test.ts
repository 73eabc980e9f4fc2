import fc from "fast-check";
import { expect, test } from "vitest";
import { xesEvents } from "./xes-events.ts";

async function* inPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(xml: string, size = 7) {
  const names: string[] = [];
  const column = (name: string) => {
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const events: unknown[] = [];
  for await (const trace of xesEvents(inPieces(xml, size), column, "log.xes"))
    for (const { line, cells } of trace)
      events.push([
        line,
        Object.fromEntries(
          cells.flatMap((cell, at) => (cell === undefined ? [] : [[names[at]!, cell]])),
        ),
      ]);
  return events;
}

const log = `<?xml version="1.0"?>
<!-- a > comment < -->
<log xes.version='1.0'>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <string key="of:log" value="x"/>
  <trace>
    <string key="concept:name" value="1 &amp; 2"/>
    <event>
      <string key="concept:name" value="A &lt;b&gt; &#233;&#xe9;"><string key="inner" value="y"/></string>
      <date key='time:timestamp' value='2024-01-01T10:00:00Z'/>
    </event>
    <event/>
  </trace>
  <trace/>
</log>
`;

test.each([1, 2, 7, 64, 10_000])(
  "attributes of traces and events, in pieces of %i",
  async (size) => {
    expect(await read(log, size)).toEqual([
      [
        8,
        {
          "case:concept:name": "1 & 2",
          "concept:name": "A <b> éé",
          "time:timestamp": "2024-01-01T10:00:00Z",
        },
      ],
      [12, { "case:concept:name": "1 & 2" }],
    ]);
  },
);

test.each([
  ["<log><trace></event></log>", "line 1: </event> closes <trace>"],
  ["<log>\n<trace>\n</log>", "line 3: </log> closes <trace>"],
  ["<log><trace>", "the file ends inside <trace>"],
  ["<html></html>", "<html> where <log> should be"],
  ["<log>stray</log>", "there is text where a tag should be"],
  ["<log></log><log></log>", "<log> where <log> should be"],
  ['<log><string key="a" value="b', "a tag is not closed"],
  ["", "there is no <log> in it"],
])("%s is broken, with its line", async (xml, message) => {
  await expect(read(xml)).rejects.toThrow(message);
});

test("any text comes through as it was written", async () => {
  const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => `&#${sign.codePointAt(0)};`);
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 1, max: 50 }),
      async (text, size) => {
        const xml = `<log><trace><event><string key="k" value="${escaped(text)}"/></event></trace></log>`;
        expect(await read(xml, size)).toEqual([[1, { k: text }]]);
      },
    ),
  );
});
