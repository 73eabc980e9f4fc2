import type { PullOrigin } from "../../../../core/event/pull/origin.ts";

/** How a source is asked; each is filled in by fields of its own. */
export const originKinds = ["postgresql", "mysql", "address", "bucket", "folder"] as const;
export type OriginKind = (typeof originKinds)[number];

/** A connection while it is filled in, as text. */
export type Draft = {
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  readonly secret: string;
  readonly tls: "verified" | "unverified" | "none";
  readonly url: string;
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly accessKey: string;
  readonly path: string;
  readonly files: string;
};

const nothing: Draft = {
  host: "",
  port: "",
  database: "",
  user: "",
  secret: "",
  tls: "verified",
  url: "",
  endpoint: "",
  region: "us-east-1",
  bucket: "",
  prefix: "",
  accessKey: "",
  path: "",
  files: "*",
};

const ports: Partial<Record<OriginKind, string>> = { postgresql: "5432", mysql: "3306" };

export function emptyDraft(kind: OriginKind): Draft {
  return { ...nothing, port: ports[kind] ?? "" };
}

/** A connection as its fields show it. */
export function draftOf(origin: PullOrigin): Draft {
  switch (origin.kind) {
    case "database": {
      const { host, port, database, user, tls } = origin;
      return { ...nothing, host, port: String(port), database, user, tls };
    }
    case "address":
      return { ...nothing, url: origin.url, user: origin.user ?? "" };
    case "bucket": {
      const { endpoint, region, bucket, prefix, files, accessKey } = origin;
      return { ...nothing, endpoint, region, bucket, prefix, files, accessKey: accessKey ?? "" };
    }
    case "folder":
      return { ...nothing, path: origin.path, files: origin.files };
  }
}

export function kindOf(origin: PullOrigin): OriginKind {
  return origin.kind === "database" ? origin.server : origin.kind;
}

/** Of a database: what was chosen in it. */
export type Choice = {
  readonly table: { readonly schema: string; readonly name: string } | null;
  readonly grows: string | null;
  readonly key: readonly string[];
  readonly changes: boolean;
};

export const noChoice: Choice = { table: null, grows: null, key: [], changes: false };

/** The connection that a draft means. */
export function originOf(kind: OriginKind, draft: Draft, choice: Choice): PullOrigin {
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  switch (kind) {
    case "postgresql":
    case "mysql":
      return {
        kind: "database",
        server: kind,
        host: draft.host.trim(),
        port: Number(draft.port),
        database: draft.database.trim(),
        user: draft.user.trim(),
        tls: draft.tls,
        ...choice,
        key: [...choice.key],
      };
    case "address":
      return { kind, url: draft.url.trim(), user: orNull(draft.user) };
    case "bucket":
      return {
        kind,
        endpoint: draft.endpoint.trim(),
        region: draft.region.trim(),
        bucket: draft.bucket.trim(),
        prefix: draft.prefix,
        files: draft.files.trim() || "*",
        accessKey: orNull(draft.accessKey),
      };
    case "folder":
      return { kind, path: draft.path, files: draft.files.trim() || "*" };
  }
}
