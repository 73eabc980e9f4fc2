import { trust, type Trust } from "../../../core/identity/trust.ts";
import { writeMessage } from "../../../core/message/message.ts";
import type { Unfit } from "../../../core/event/arrive/arrival.ts";
import type { Holder } from "../../documents/source.ts";

/** What one request told, as the journal keeps it. */
export type Told = {
  readonly workspace: number;
  readonly source: string;
  /** Whose word it is; of an older record, that of a page. */
  readonly trust?: Trust;
  /** When it came in, in epoch milliseconds. */
  readonly at: number;
  /** Lines of JSON. */
  readonly lines: readonly string[];
  /** What could not be made a line: the reason as it is kept, and what it was. */
  readonly bad: readonly (readonly [reason: string, raw: string])[];
  /** Of a source that is asked: the run, and up to where its table is in with this. */
  readonly moved?: { readonly run: number; readonly place: unknown };
};

/** What a request told; `route` says by which way, so that what is set aside can be read again. */
export function toldBy(
  arrived: Iterable<string | Unfit>,
  {
    workspace,
    source,
    tells,
    key,
    at,
    route,
  }: Pick<Holder, "workspace" | "source" | "tells" | "key"> & Pick<Told, "at"> & { route: string },
): Told {
  const lines: string[] = [];
  const bad: [string, string][] = [];
  for (const one of arrived) {
    if (typeof one === "string") lines.push(one);
    else bad.push([writeMessage(one.reason), `${route} ${one.raw}`]);
  }
  // The address of a webhook stands in no page, whatever its key is called.
  const told = tells === "calls" && key === "write" ? trust.page : trust.system;
  return { workspace, source, trust: told, at, lines, bad };
}

/** A head of JSON, and the lines below it, which are not read again until they are taken in. */
export function writeRecord({ lines, ...head }: Told): Buffer {
  return Buffer.from([JSON.stringify({ ...head, lines: lines.length }), ...lines].join("\n"));
}

export function readRecord(record: Buffer): Told {
  const [first = "", ...lines] = record.toString("utf8").split("\n");
  const head = JSON.parse(first) as Omit<Told, "lines">;
  return { ...head, lines };
}
