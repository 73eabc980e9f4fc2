import { isDeeper } from "../../depth.ts";
import { message } from "../../message/message.ts";
import type { Source } from "../mapping.ts";
import { isFields, lineOf, unfit, type Fields, type Unfit } from "./arrival.ts";
import { readForm } from "./form.ts";
import { unfold } from "./unfold.ts";

/** No tool's JSON goes a quarter as deep. */
const DEEPEST = 64;

/**
 * What a tool told in one call, as lines of its own JSON: JSON, a list of it, JSON lines or a form.
 * `call` is laid beside it: what the call itself says, where the mapping asks for that.
 */
export function* readHook(
  body: { readonly text: string; readonly form: boolean },
  source: Pick<Source, "each" | "keyed">,
  call: Fields = {},
): Generator<string | Unfit> {
  const beside = Object.keys(call).length > 0 ? { call } : {};
  for (const { payload, text } of payloadsOf(body))
    if (payload === undefined) yield unfit(message("not-json"), text);
    else if (isDeeper(payload, DEEPEST))
      yield unfit(message("too-deep", { levels: DEEPEST }), text);
    else
      for (const one of [payload].flat() as unknown[])
        if (!isFields(one)) yield unfit(message("not-an-object"), one);
        else for (const line of unfold(one, source)) yield lineOf({ ...line, ...beside });
}

type Payload = { readonly payload: unknown; readonly text: string };

function payloadsOf({ text, form }: { text: string; form: boolean }): Payload[] {
  const payload = jsonOf(text);
  if (payload !== undefined) return [{ payload, text }];
  if (form) return [{ payload: readForm(text), text }];
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return [{ payload, text }];
  return lines.map((line) => ({ payload: jsonOf(line), text: line }));
}

type Reviver = (key: string, value: unknown, said: { readonly source?: string }) => unknown;

/** Numbers beyond 2^53, as some shops number their orders, keep all their digits as text. */
const withAllDigits: Reviver = (_, value, { source }) =>
  typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? source
    : value;

/** Undefined for what is not JSON. */
function jsonOf(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    if (!/\d{16}/.test(text) || isDeeper(value, DEEPEST)) return value;
    return JSON.parse(text, withAllDigits as Parameters<typeof JSON.parse>[1]);
  } catch {
    return undefined;
  }
}
