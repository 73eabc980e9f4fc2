import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import sax from "sax";
import { readBytes } from "../src/server/event/byte-stream.ts";
import { asText } from "../src/server/event/log-sample.ts";
import { recognise } from "../src/server/event/recognise.ts";
import { xesEvents } from "../src/server/event/xes-events.ts";

/** Counts the events of a log with Spoor's own scanner, giving every attribute a column. */
export async function parseWithScanner(path: string): Promise<number> {
  const file = await recognise(path);
  const columns = new Map<string, number>();
  const place = (name: string) => {
    const known = columns.get(name) ?? columns.size;
    columns.set(name, known);
    return known;
  };
  let count = 0;
  const texts = asText(readBytes(file, () => {}, new AbortController().signal));
  for await (const events of xesEvents(texts, place, file.name)) count += events.length;
  return count;
}

/** Counts the events of a gzipped log with a general SAX parser that hands out every attribute. */
export async function parseWithSax(path: string): Promise<number> {
  const reader = sax.parser(true);
  let count = 0;
  let characters = 0;
  reader.onopentag = ({ name, attributes }) => {
    if (name === "event") count += 1;
    for (const value of Object.values(attributes)) characters += String(value).length;
  };
  const texts = createReadStream(path).pipe(createGunzip()).setEncoding("utf8");
  for await (const text of texts) reader.write(String(text));
  reader.close();
  if (characters === 0) throw new Error("The parser handed out no attribute.");
  return count;
}
