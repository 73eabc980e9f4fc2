import { AppError } from "../core/problem.ts";
import { endpoints, type Endpoint, type EndpointName } from "../protocol/endpoint.ts";
import { Problem } from "../protocol/problem.ts";
import type { z } from "zod";

type Table = typeof endpoints;
type Given = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** For an upload: the file. */
  readonly file?: Blob;
};

/** Calls a line of the endpoint table; rejects with the server's `AppError`. */
export type Call = <Name extends EndpointName>(
  name: Name,
  given?: Given,
) => Promise<z.output<Table[Name]["answer"]>>;

/** A client of the API over anything that answers requests: a socket, or the app in this process. */
export function createClient(
  origin: string,
  send: (request: Request) => Response | Promise<Response>,
): Call {
  return async (name, { params = {}, query = {}, body, file } = {}) => {
    const { method, path, answer, download }: Endpoint = endpoints[name];
    const url = new URL(
      path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? "")),
      origin,
    );
    for (const [key, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(key, String(value));
    const response = await send(
      new Request(url, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { "Content-Type": "application/json" },
        }),
        ...(file && { body: file.stream(), duplex: "half" }),
      }),
    );
    if (download && response.ok)
      return answer.parse(new Uint8Array(await response.arrayBuffer())) as never;
    const told: unknown = await response.json();
    if (response.ok) return answer.parse(told) as never;
    const { code, detail, message } = Problem.parse(told);
    throw new AppError(code as AppError["code"], message ?? detail);
  };
}
