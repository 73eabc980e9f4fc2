import type { IncomingMessage } from "node:http";
import type { AddressOrigin } from "../../../core/event/pull/origin.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Outgoing } from "../../outgoing.ts";
import type { Offered, Shelf } from "./shelf.ts";

/** One file behind an address. What the server says of its state is asked for again, and nothing is sent when it is the same. */
export function addressShelf(
  outgoing: Outgoing,
  { url, user }: AddressOrigin,
  secret: string | null,
  signal: AbortSignal,
): Shelf {
  const { host, pathname } = new URL(url);
  const last = pathname.split("/").findLast((part) => part !== "") ?? host;
  const file: Offered = { name: decoded(last).slice(0, 200), mark: "", bytes: null };
  const headers = secret === null && user === null ? {} : { authorization: signIn(user, secret) };
  return {
    async *list() {
      yield [file];
    },
    async open(_, known) {
      const answer = await outgoing.call(url, {
        headers: { ...headers, ...(known === null ? {} : conditions(known)) },
        signal,
      });
      const { statusCode: status = 0 } = answer;
      if (status === 200) return { mark: markOf(answer), bytes: answer };
      answer.destroy();
      if (status === 304) return null;
      if (status >= 300 && status < 400)
        throw new AppError("bad-request", message("call-redirected", { host }));
      throw new AppError(
        status >= 500 ? "unavailable" : "bad-request",
        message("call-answered", { host, status }),
      );
    },
  };
}

type Told = { readonly etag?: string; readonly modified?: string; readonly length?: string };

/** What a server said of the state of a file; empty when it said nothing that tells states apart. */
function markOf({ headers }: IncomingMessage): string {
  const { etag, "last-modified": modified, "content-length": length } = headers;
  if (etag === undefined && modified === undefined) return "";
  const told: Told = {
    ...(etag !== undefined && { etag }),
    ...(modified !== undefined && { modified }),
    ...(length !== undefined && { length }),
  };
  return JSON.stringify(told);
}

function conditions(mark: string): Record<string, string> {
  if (!mark.startsWith("{")) return {};
  const { etag, modified } = JSON.parse(mark) as Told;
  return {
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(etag === undefined && modified !== undefined && { "if-modified-since": modified }),
  };
}

function signIn(user: string | null, secret: string | null): string {
  if (user === null) return `Bearer ${secret ?? ""}`;
  return `Basic ${Buffer.from(`${user}:${secret ?? ""}`).toString("base64")}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
