import { expect, test } from "vitest";
import {
  message,
  messageKeys,
  plainly,
  readMessage,
  say,
  writeMessage,
  type Message,
  type MessageKey,
} from "./message.ts";

/** Values for every parameter that some message has. */
const all = {
  bytes: 8_388_608,
  cells: 2,
  column: "Datum",
  columns: 3,
  file: "klanten.csv",
  high: 10,
  levels: 64,
  line: 12,
  low: 0,
  most: 65_000,
  name: "klanten.csv",
  order: "dmy",
  rows: 1234,
  share: 0.4,
  source: "crm",
};

/** A message of this key with a value for whatever parameter it asks for. */
function example(key: MessageKey): Message {
  const given: Record<string, unknown> = { ...all, key };
  return new Proxy(given, {
    get: (values, name) => values[String(name)] ?? `<${String(name)}>`,
  }) as Message;
}

test.each(messageKeys)("%s is said in English, in Dutch and in the terminal", (key) => {
  const told = example(key);
  const said = [say(told, "en"), say(told, "nl"), plainly(told)];
  expect(said.filter((text) => text === "" || /undefined|NaN|\[object/.test(text))).toEqual([]);
  const same = key === "verbatim" || said[0] !== said[1];
  expect(same, "Dutch is not English").toBe(true);
});

test.each(messageKeys)("%s speaks of flags and settings in the terminal only", (key) => {
  const told = example(key);
  expect(`${say(told, "en")} ${say(told, "nl")}`).not.toMatch(/--[a-z]|`|jq /);
});

test("the page says what to click, the terminal which flag to add", () => {
  const told = message("no-date-order", { file: "a.csv", column: "t", example: "01-02-2024" });
  expect([say(told, "en"), say(told, "nl"), plainly(told)]).toEqual([
    'In the column "t" of a.csv, "01-02-2024" may be day-month or month-day, and nothing in the file tells. Choose the order of dates for this file.',
    'In kolom "t" van a.csv kan "01-02-2024" dag-maand of maand-dag zijn, en uit het bestand blijkt niet welke van de twee. Kies bij dit bestand de volgorde van datums.',
    'In the column "t" of a.csv, "01-02-2024" may be day-month or month-day, and nothing in the file tells. Say which: `dateOrder: dmy` (or mdy) in the mapping, or --date-order dmy.',
  ]);
});

test("numbers are written as the language writes them", () => {
  const told = message("identical-rows", { source: "crm", rows: 12_345 });
  expect([say(told, "en"), say(told, "nl")]).toEqual([
    expect.stringContaining("12,345 rows"),
    expect.stringContaining("12.345 rijen"),
  ]);
});

test("a message that was kept is the same message", () => {
  const told = message("score-outside", { column: 'a "b"', low: -1, high: 1 });
  expect(readMessage(writeMessage(told))).toEqual(told);
});

test.each(["The row is odd", '{"key":"unheard-of"}'])(
  "kept text %s is said as it stands",
  (text) => {
    expect(readMessage(text)).toEqual({ key: "verbatim", text });
  },
);
