import type { Migration } from "../migrate.ts";

/** Odd days as they stand in the inbox, who does not want to hear of what, and where they are sent. */
export const alerts: Migration = {
  number: 15,
  name: "alerts",
  statements: [
    `CREATE TABLE alert (
      id text PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      -- Codes of touchpoints; "to" is 0 for one alone.
      at integer NOT NULL,
      "to" integer NOT NULL,
      day date NOT NULL,
      count integer NOT NULL,
      expected double precision NOT NULL,
      low double precision NOT NULL,
      high double precision NOT NULL,
      z double precision NOT NULL,
      reason jsonb NOT NULL,
      found timestamptz NOT NULL,
      withdrawn boolean NOT NULL DEFAULT false,
      state text NOT NULL DEFAULT 'new',
      note text NOT NULL DEFAULT '',
      who text NOT NULL DEFAULT '',
      changed timestamptz,
      UNIQUE (workspace, at, "to", day)
    )`,
    `CREATE TABLE alert_mute (
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      at integer NOT NULL,
      "to" integer NOT NULL,
      who text NOT NULL,
      made timestamptz NOT NULL,
      PRIMARY KEY (workspace, at, "to")
    )`,
    // When it was last looked for, after which derivation.
    `CREATE TABLE alert_run (
      workspace integer PRIMARY KEY REFERENCES workspace ON DELETE CASCADE,
      build integer NOT NULL,
      at timestamptz NOT NULL,
      series integer NOT NULL,
      first date NOT NULL,
      last date NOT NULL
    )`,
    `CREATE TABLE alert_channel (
      id text PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      kind text NOT NULL,
      -- An e-mail address or a web address.
      target text NOT NULL,
      -- What a web address is signed with, sealed.
      secret text,
      language text NOT NULL,
      who text NOT NULL,
      made timestamptz NOT NULL,
      ended timestamptz
    )`,
    // One message about one day, until it has arrived. Its id goes along, so that whoever gets it twice can tell.
    `CREATE TABLE alert_delivery (
      id text PRIMARY KEY,
      channel text NOT NULL REFERENCES alert_channel ON DELETE CASCADE,
      day date NOT NULL,
      alerts jsonb NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      next timestamptz NOT NULL,
      done timestamptz,
      problem text
    )`,
    `CREATE INDEX alert_delivery_next ON alert_delivery (next) WHERE done IS NULL`,
  ],
};
