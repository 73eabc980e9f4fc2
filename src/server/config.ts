import { resolve } from "node:path";
import { z } from "zod";
import { describeError } from "../core/issue.ts";
import { AppError } from "../core/problem.ts";

const switchedOn = z
  .enum(["0", "1"])
  .default("1")
  .transform((given) => given === "1");

/** Words with commas between them. */
const listed = z
  .string()
  .default("")
  .transform((given) => given.split(",").flatMap((one) => one.trim() || []));

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4321),
  HOST: z.string().min(1).default("127.0.0.1"),
  SPOOR_DATA: z.string().min(1).default(".spoor"),
  SPOOR_CLICKHOUSE_URL: z.url({ protocol: /^https?$/ }).optional(),
  SPOOR_POSTGRES_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SPOOR_VAULT_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "is 64 hexadecimal digits, for instance of `openssl rand -hex 32`")
    .optional(),
  SPOOR_BACKLOG: z.coerce.number().int().min(1).default(2048),
  SPOOR_DEMO: switchedOn,
  SPOOR_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SPOOR_MAIL_FROM: z.string().min(3).max(320).optional(),
  SPOOR_ALLOW_HOSTS: listed,
  SPOOR_FOLDERS: listed,
});

export type Config = {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  /** No other machine can reach it. */
  readonly loopback: boolean;
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /** A ClickHouse server; null = in this process. */
  readonly clickhouseUrl: string | null;
  /** A PostgreSQL server; null = in this process. */
  readonly postgresUrl: string | null;
  /** The key of the vault, in hexadecimal digits; null = it stands in the data folder. */
  readonly vaultKey: string | null;
  /** So much that came in may wait for the engine, in bytes; whoever tells more is asked to come back. */
  readonly backlog: number;
  /** The mail server, with its user and password, and whom mail is from; null = no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Hosts of the own network that may be called, `name` or `name:port`, in lower case. */
  readonly allowHosts: readonly string[];
  /** Folders whose files may be pulled in, as absolute paths, beside `inbox` in the data folder. */
  readonly folders: readonly string[];
  /** Is a demo made at the first run? */
  readonly demo: boolean;
};

/**
 * Reads the settings; the only place that knows the environment. An empty variable counts as unset.
 * @throws AppError `bad-request` that names the variable.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const result = Environment.safeParse(Object.fromEntries(given));
  if (!result.success)
    throw new AppError("bad-request", `A setting does not fit. ${describeError(result.error)}`);
  const { PORT, HOST, SPOOR_DATA, SPOOR_CLICKHOUSE_URL, SPOOR_POSTGRES_URL } = result.data;
  const { SPOOR_VAULT_KEY, SPOOR_BACKLOG, SPOOR_DEMO } = result.data;
  const { SPOOR_ALLOW_HOSTS, SPOOR_FOLDERS, SPOOR_SMTP_URL, SPOOR_MAIL_FROM } = result.data;
  if ((SPOOR_SMTP_URL === undefined) !== (SPOOR_MAIL_FROM === undefined))
    throw new AppError(
      "bad-request",
      "A setting does not fit. SPOOR_SMTP_URL and SPOOR_MAIL_FROM go together: set both, or none.",
    );
  return {
    port: PORT,
    host: HOST,
    loopback: ["127.0.0.1", "::1", "localhost"].includes(HOST),
    dataDir: resolve(SPOOR_DATA),
    clickhouseUrl: SPOOR_CLICKHOUSE_URL ?? null,
    postgresUrl: SPOOR_POSTGRES_URL ?? null,
    vaultKey: SPOOR_VAULT_KEY ?? null,
    backlog: SPOOR_BACKLOG * 2 ** 20,
    mail: SPOOR_SMTP_URL && SPOOR_MAIL_FROM ? { url: SPOOR_SMTP_URL, from: SPOOR_MAIL_FROM } : null,
    allowHosts: SPOOR_ALLOW_HOSTS.map((host) => host.toLowerCase()),
    folders: SPOOR_FOLDERS.map((folder) => resolve(folder)),
    demo: SPOOR_DEMO,
  };
}
