import { z } from "zod";

const Name = z.string().trim().min(1).max(200);

/** A table or view, as its database lists it. */
export const TableName = z.strictObject({ schema: Name, name: Name });
export type TableName = z.infer<typeof TableName>;

/** A table of a database, read on by a column whose values grow. */
export const DatabaseOrigin = z.strictObject({
  kind: z.literal("database"),
  server: z.enum(["postgresql", "mysql"]),
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  database: Name,
  user: Name,
  /** `verified`: the certificate must be that of the host; `unverified`: encrypted, whoever it is. */
  tls: z.enum(["verified", "unverified", "none"]).default("verified"),
  table: TableName.nullable().default(null),
  /** The column whose values grow: a number or a time. */
  grows: Name.nullable().default(null),
  /** Columns that name a row for good; none where only the whole row does. */
  key: z.array(Name).max(16).default([]),
  /** A row that changes is told again: its growing column is that of its last change. */
  changes: z.boolean().default(false),
});
export type DatabaseOrigin = z.infer<typeof DatabaseOrigin>;

/** One file behind an address; its secret is a password where there is a user, else a bearer token. */
export const AddressOrigin = z.strictObject({
  kind: z.literal("address"),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  user: Name.nullable().default(null),
});
export type AddressOrigin = z.infer<typeof AddressOrigin>;

/** Which files of several, by their name without folders: `*` stands for any text. */
const Pattern = z.string().trim().min(1).max(200).default("*");

/** Objects in a bucket that speaks S3; its secret is the secret key. */
export const BucketOrigin = z.strictObject({
  kind: z.literal("bucket"),
  endpoint: z.url({ protocol: /^https?$/ }).max(500),
  region: Name.default("us-east-1"),
  bucket: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/),
  prefix: z.string().max(900).default(""),
  files: Pattern,
  /** Null for a bucket that everybody may read. */
  accessKey: Name.nullable().default(null),
});
export type BucketOrigin = z.infer<typeof BucketOrigin>;

/** Files in a folder of the machine that Spoor runs on. */
export const FolderOrigin = z.strictObject({
  kind: z.literal("folder"),
  path: z.string().min(1).max(1000),
  files: Pattern,
});
export type FolderOrigin = z.infer<typeof FolderOrigin>;

export const FileOrigin = z.discriminatedUnion("kind", [AddressOrigin, BucketOrigin, FolderOrigin]);
export type FileOrigin = z.infer<typeof FileOrigin>;

/** Where a source that is asked on a schedule is; secrets stand apart. */
export const PullOrigin = z.discriminatedUnion("kind", [
  DatabaseOrigin,
  AddressOrigin,
  BucketOrigin,
  FolderOrigin,
]);
export type PullOrigin = z.infer<typeof PullOrigin>;
