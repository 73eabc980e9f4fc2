import { resolve } from "node:path";
import { expect, test } from "vitest";
import { AppError } from "../core/problem.ts";
import { readConfig } from "./config.ts";

test("without any setting Spoor is on this machine only, with both stores in process", () => {
  expect(readConfig({ PORT: "", PATH: "/usr/bin" })).toEqual({
    port: 4321,
    host: "127.0.0.1",
    loopback: true,
    dataDir: resolve(".spoor"),
    clickhouseUrl: null,
    postgresUrl: null,
    vaultKey: null,
    backlog: 2 ** 31,
    mail: null,
    allowHosts: [],
    folders: [],
    demo: true,
  });
});

test("every setting is taken over", () => {
  expect(
    readConfig({
      PORT: "80",
      HOST: "0.0.0.0",
      SPOOR_DATA: "/srv/spoor",
      SPOOR_CLICKHOUSE_URL: "http://ch:8123",
      SPOOR_POSTGRES_URL: "postgres://u:p@pg/spoor",
      SPOOR_VAULT_KEY: "0a".repeat(32),
      SPOOR_BACKLOG: "64",
      SPOOR_DEMO: "0",
      SPOOR_SMTP_URL: "smtp://u:p@mail.intern:587",
      SPOOR_MAIL_FROM: "spoor@example.nl",
      SPOOR_ALLOW_HOSTS: "DB.intern, 10.0.0.7:5432,",
      SPOOR_FOLDERS: "/srv/exports",
    }),
  ).toEqual({
    port: 80,
    host: "0.0.0.0",
    loopback: false,
    dataDir: resolve("/srv/spoor"),
    clickhouseUrl: "http://ch:8123",
    postgresUrl: "postgres://u:p@pg/spoor",
    vaultKey: "0a".repeat(32),
    backlog: 64 * 2 ** 20,
    mail: { url: "smtp://u:p@mail.intern:587", from: "spoor@example.nl" },
    allowHosts: ["db.intern", "10.0.0.7:5432"],
    folders: [resolve("/srv/exports")],
    demo: false,
  });
});

test.each([
  [{ PORT: "many" }, "PORT"],
  [{ PORT: "70000" }, "PORT"],
  [{ SPOOR_CLICKHOUSE_URL: "ch:8123" }, "SPOOR_CLICKHOUSE_URL"],
  [{ SPOOR_DEMO: "no" }, "SPOOR_DEMO"],
  [{ SPOOR_VAULT_KEY: "secret" }, "SPOOR_VAULT_KEY"],
  [{ SPOOR_SMTP_URL: "mail.intern" }, "SPOOR_SMTP_URL"],
])("a setting that does not fit is named: %j", (environment, name) => {
  const read = () => readConfig(environment);
  expect(read).toThrow(AppError);
  expect(read).toThrow(`A setting does not fit. ${name}: `);
});
