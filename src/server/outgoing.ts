import { lookup } from "node:dns/promises";
import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import { connect as openSocket, isIP, type Socket } from "node:net";
import { connect as openSecure } from "node:tls";
import { message } from "../core/message/message.ts";
import { AppError } from "../core/problem.ts";
import { isNameable, isPublic } from "./public-address.ts";

type Address = { readonly address: string; readonly family: number };

/** So long a machine may take to accept a connection, and to be silent in the middle of an answer, in milliseconds. */
const CONNECT = 15_000;
const SILENT = 60_000;

export type Call = {
  readonly method?: "GET" | "HEAD" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * The one way out: whatever calls a machine that somebody else named goes through here. A host is
 * looked up once, all addresses that it has must be on the internet, and the connection goes to an
 * address that was checked. Hosts that whoever runs Spoor has named may be on his own network.
 */
export type Outgoing = {
  /** A connection. Rejects with `forbidden` for a host that is not to be called, else with `unavailable`. */
  connect(host: string, port: number, signal?: AbortSignal): Promise<Socket>;
  /** One call over HTTP. No redirect is followed: the answer says whatever it says. */
  call(url: string, call?: Call): Promise<IncomingMessage>;
};

export type OutgoingParts = {
  /** Hosts of the own network, `name` or `name:port`, in lower case. */
  readonly allow: readonly string[];
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
  readonly open?: (address: string, port: number) => Socket;
};

export function createOutgoing({
  allow,
  resolve = (host) => lookup(host, { all: true, verbatim: true }),
  open = (address, port) => openSocket({ host: address, port, family: isIP(address) }),
}: OutgoingParts): Outgoing {
  const named = new Set(allow);

  async function addresses(host: string, port: number): Promise<readonly Address[]> {
    const name = nameOf(host);
    const allowed = named.has(name) || named.has(`${name}:${port}`);
    const found = await resolve(name).catch((error: unknown) => {
      throw callFailure(error, name, port);
    });
    const fits = allowed ? isNameable : isPublic;
    // One address among good ones is how a name is turned inwards.
    if (found.length === 0 || !found.every(({ address }) => fits(address)))
      throw new AppError("forbidden", message("host-refused", { host: name }));
    return found;
  }

  async function connect(host: string, port: number, signal?: AbortSignal): Promise<Socket> {
    let last: unknown;
    for (const { address } of await addresses(host, port)) {
      signal?.throwIfAborted();
      try {
        return await opened(open(address, port), signal);
      } catch (error) {
        signal?.throwIfAborted();
        last = error;
      }
    }
    throw callFailure(last, nameOf(host), port);
  }

  return {
    connect,
    async call(url, { method = "GET", headers = {}, body, signal } = {}) {
      const { protocol, hostname, port: given, username, password } = new URL(url);
      if ((protocol !== "http:" && protocol !== "https:") || username !== "" || password !== "")
        throw new AppError("bad-request", message("address-unfit"));
      const secure = protocol === "https:";
      const host = nameOf(hostname);
      const port = given === "" ? (secure ? 443 : 80) : Number(given);
      const socket = await connect(host, port, signal);
      try {
        return await answer(url, secure, socket, host, { method, headers, body, signal });
      } catch (error) {
        socket.destroy();
        signal?.throwIfAborted();
        throw callFailure(error, host, port);
      }
    },
  };
}

/** A host as people and the settings name it: no brackets, no dot at its end, in lower case. */
function nameOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}

function opened(socket: Socket, signal: AbortSignal | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const over = (error: Error) => {
      clear();
      socket.destroy();
      reject(error);
    };
    const late = () => over(Object.assign(new Error("timed out"), { code: "ETIMEDOUT" }));
    const stopped = () => over(new Error("stopped"));
    const timer = setTimeout(late, CONNECT);
    const clear = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stopped);
      socket.removeListener("error", over);
    };
    signal?.addEventListener("abort", stopped);
    socket.once("error", over);
    socket.once("connect", () => {
      clear();
      resolve(socket);
    });
  });
}

function answer(
  url: string,
  secure: boolean,
  socket: Socket,
  host: string,
  { method, headers, body, signal }: Call,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)(url, {
      method,
      headers: { "user-agent": "Spoor", ...headers },
      signal,
      createConnection: () =>
        secure
          ? openSecure({ socket, host, ...(isIP(host) === 0 && { servername: host }) })
          : socket,
    });
    request.setTimeout(SILENT, () => {
      request.destroy(Object.assign(new Error("silent"), { code: "ETIMEDOUT" }));
    });
    request.once("error", reject);
    request.once("response", (response) => {
      // From here on a break is told to whoever reads the answer.
      request.on("error", () => undefined);
      resolve(response);
    });
    request.end(body);
  });
}

/** What went wrong with a connection, as people can act on it. */
export function callFailure(error: unknown, host: string, port: number): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = error instanceof Error ? error.message : String(error);
  const told = /^(ENOTFOUND|EAI_|ENODATA)/.test(code)
    ? message("host-unknown", { host })
    : /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code)
      ? message("call-refused", { host, port })
      : code === "ETIMEDOUT"
        ? message("call-timed-out", { host })
        : /CERT|SELF_SIGNED|ISSUER|ERR_TLS/.test(code)
          ? message("call-certificate", { host, said })
          : message("call-failed", { host, said });
  return new AppError("unavailable", told, { cause: error });
}
