import { message } from "../../core/message/message.ts";
import { xesEvents } from "./xes-events.ts";
import { unreadable } from "./recognise.ts";

const enough = 2000;

/** The columns of an event log: attributes of its traces (`case:…`) and events, in order of appearance. */
export async function logSample(
  texts: AsyncIterable<string>,
  name: string,
): Promise<{ names: string[]; rows: string[][] }> {
  const columns = new Map<string, number>();
  const column = (key: string) => {
    const known = columns.get(key) ?? columns.size;
    columns.set(key, known);
    return known;
  };
  const events: (string | undefined)[][] = [];
  for await (const trace of xesEvents(texts, column, name)) {
    for (const { cells } of trace) events.push(cells);
    if (events.length >= enough) break;
  }
  if (events.length === 0) throw unreadable(message("log-empty", { name }));
  const names = [...columns.keys()];
  return { names, rows: events.map((cells) => names.map((_, index) => cells[index] ?? "")) };
}

/** Blocks of UTF-8 as text. */
export async function* asText(blocks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const block of blocks) yield decoder.decode(block, { stream: true });
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
