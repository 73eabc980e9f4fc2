import type { PullOrigin } from "../../../core/event/pull/origin.ts";

/**
 * Who is given the secret. A secret that was kept goes to nobody else: where this changes it must be
 * given again.
 */
export function audience(origin: PullOrigin): string {
  switch (origin.kind) {
    case "database": {
      const { server, host, port, user, tls } = origin;
      return JSON.stringify([server, host.toLowerCase(), port, user, tls]);
    }
    case "address": {
      const { origin: where } = new URL(origin.url);
      return JSON.stringify([where, origin.user]);
    }
    case "bucket":
      return JSON.stringify([new URL(origin.endpoint).origin, origin.accessKey]);
    case "folder":
      return "";
  }
}

/** What is read there: another file begins from its start, another password does not. */
export function subject(origin: PullOrigin): string {
  switch (origin.kind) {
    case "database": {
      const { server, host, port, database, grows } = origin;
      return JSON.stringify([server, host, port, database, grows]);
    }
    case "address":
      return origin.url;
    case "bucket":
      return JSON.stringify([origin.endpoint, origin.bucket]);
    case "folder":
      return origin.path;
  }
}

/**
 * How rows are told apart, which is settled for good when a source begins: rows of another table with the
 * same keys would pass for those that are there, and other names would count all rows once more.
 */
export function naming(origin: PullOrigin): string {
  if (origin.kind !== "database") return origin.kind;
  const { table, key, changes, grows } = origin;
  return JSON.stringify([table, key, changes, changes ? grows : ""]);
}
