import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { derive } from "../event/derive.ts";
import { readTouchpoints } from "../event/touchpoint.ts";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";

/** Real logs, read by a parser of a few lines, and in an engine. */

export type Step = { readonly event: string; readonly time: number };
export type Case = {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly traits: Record<string, string>;
};

const data = new URL("../../../../shared/data/", import.meta.url);

export const logs = [
  { ws: 1, name: "bpic2012", journeys: 13_087, events: 262_200, touchpoints: 24, routes: 4_366 },
  { ws: 2, name: "receipt", journeys: 1_434, events: 8_577, touchpoints: 27, routes: 116 },
] as const;

const fileOf = (name: string) => new URL(`${name}/${name}.xes.gz`, data);
export const present = logs.every((log) => existsSync(fileOf(log.name)));

export function read(name: string): Case[] {
  const text = gunzipSync(readFileSync(fileOf(name))).toString("utf8");
  const value = (xml: string, key: string) =>
    new RegExp(`key="${key}" value="([^"]*)"`).exec(xml)?.[1] ?? "";
  return [...text.matchAll(/<trace>([^]*?)<\/trace>/g)].map(([, trace]) => {
    const head = trace!.split("<event>")[0]!;
    const steps = [...trace!.matchAll(/<event>([^]*?)<\/event>/g)].map(([, event]) => ({
      event: value(event!, "concept:name"),
      time: Date.parse(value(event!, "time:timestamp")),
    }));
    const channel = value(head, "channel");
    return {
      id: value(head, "concept:name"),
      steps: steps.toSorted((a, b) => a.time - b.time),
      traits: channel === "" ? {} : { channel },
    };
  });
}

export type OpenLogs = AsyncDisposable & { readonly engine: Engine };

/** An engine with each log in a workspace of its own. */
export async function openLogs(): Promise<OpenLogs> {
  const folder = mkdtempSync(join(tmpdir(), "spoor-logs-"));
  const engine = await openEngine({ path: join(folder, "data") });
  for (const log of logs) {
    const lines: string[] = [];
    for (const { id, steps, traits } of read(log.name)) {
      for (const { event, time } of steps) {
        lines.push(JSON.stringify({ id, event, time, channel: traits["channel"] ?? "" }));
      }
    }
    const path = join(folder, `${log.name}.jsonl`);
    writeFileSync(path, lines.join("\n"));
    await engine.load(
      { path, format: "LineAsString", structure: "line String" },
      (from) => `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event,
          journey, attributes)
        SELECT ${log.ws}, ${log.ws}, 'log', 'f', rowNumberInAllBlocks() + 1 AS row, row, 0, 'event', row,
          fromUnixTimestamp64Milli(JSONExtractInt(line, 'time'), 'UTC'), JSONExtractString(line, 'event'),
          JSONExtractString(line, 'id'), map('channel', JSONExtractString(line, 'channel'))
        FROM ${from}`,
    );
    await derive(engine, { ws: log.ws, imports: [log.ws], settings: { identity: {} } });
  }
  return {
    engine,
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function codesByEvent(engine: Engine, ws: number): Promise<Map<string, number>> {
  return new Map((await readTouchpoints(engine.lookup, ws)).map((each) => [each.event, each.code]));
}
