import type { z } from "zod";
import type { Message } from "../../core/message/message.ts";
import { Problem } from "../../protocol/problem.ts";
import { endpoints } from "../../protocol/endpoint.ts";
import type { Endpoint, EndpointName } from "../../protocol/endpoint.ts";

type Table = typeof endpoints;

type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathNames<Rest>
  : never;
type QueryOf<E> = E extends { query: infer Q extends z.ZodType } ? z.output<Q> : unknown;
type BodyOf<E> = E extends { body: infer B extends z.ZodType } ? { body: z.input<B> } : unknown;

/** All that a call takes, flat: the names in the path, the query, and `body`. */
export type CallParams<N extends EndpointName> = Record<PathNames<Table[N]["path"]>, string> &
  QueryOf<Table[N]> &
  BodyOf<Table[N]>;
export type Answer<N extends EndpointName> = z.output<Table[N]["answer"]>;

/** The server said no, and why; or it could not be reached (`unreachable`) or understood (`unreadable`). */
export class Refusal extends Error {
  readonly code: string;
  /** What the server said as a value, where it can be said in the reader's language. */
  readonly told: Message | null;
  override readonly name = "Refusal";
  constructor(
    code: string,
    message: string,
    { told = null, cause }: { told?: Message | null | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.told = told;
  }
}

/** Where a call goes: the path filled in, the rest of the parameters as a query. */
export function addressOf(endpoint: Endpoint, params: Readonly<Record<string, unknown>>): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = new URLSearchParams();
  for (const name of Object.keys(endpoint.query?.shape ?? {})) {
    const value = params[name];
    if (value === undefined || isEmptyObject(value)) continue;
    query.set(name, asText(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.join(",") : JSON.stringify(value);
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/**
 * Asks the server. Throws a `Refusal` that carries the server's own words.
 * @example call("flow", { workspace: "demo", filter: { channels: ["web"] } })
 */
export async function call<N extends EndpointName>(
  name: N,
  params: CallParams<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  const endpoint: Endpoint = endpoints[name];
  const values = params as Readonly<Record<string, unknown>>;
  const headers: Record<string, string> = { accept: "application/json" };
  const init: RequestInit = { method: endpoint.method, headers };
  if (signal !== undefined) init.signal = signal;
  if (endpoint.body !== undefined) {
    init.body = JSON.stringify(values["body"]);
    headers["content-type"] = "application/json";
  }
  const response = await reach(addressOf(endpoint, values), init);
  return readAnswer(name, response.ok, await response.text());
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Refusal("unreachable", String(cause), { cause });
  }
}

/** Turns the text of a response into its answer; throws the problem it tells of. */
export function readAnswer<N extends EndpointName>(name: N, ok: boolean, text: string): Answer<N> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Refusal("unreadable", text.slice(0, 200), { cause });
  }
  if (!ok) {
    const problem = Problem.safeParse(value);
    if (problem.success) {
      const { code, detail, message: told } = problem.data;
      throw new Refusal(code, detail, { told });
    }
    throw new Refusal("unreadable", text.slice(0, 200));
  }
  const endpoint: Endpoint = endpoints[name];
  if (endpoint.checked) return value as Answer<N>;
  const answer = endpoints[name].answer.safeParse(value);
  if (!answer.success) {
    throw new Refusal("unreadable", answer.error.message, { cause: answer.error });
  }
  return answer.data as Answer<N>;
}
