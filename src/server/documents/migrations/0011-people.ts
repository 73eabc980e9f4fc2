import type { Migration } from "../migrate.ts";

/** Privacy: requests of people about their data, purposes with the texts people agree to, and links to see one's own. */
export const people: Migration = {
  number: 11,
  name: "people",
  statements: [
    `CREATE TABLE privacy_request (
      id text PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      number integer NOT NULL,
      kind text NOT NULL,
      received date NOT NULL,
      way text NOT NULL,
      by text NOT NULL,
      -- Hash of the identifier that leads to whom it is about; null when nobody was found or he was erased.
      identifier text,
      about text NOT NULL,
      identified jsonb,
      extended jsonb,
      ending text,
      closed timestamptz,
      UNIQUE (workspace, number)
    )`,
    `CREATE INDEX privacy_request_identifier ON privacy_request (workspace, identifier)`,

    // What was done, by whom and when; without personal data of customers. It only grows.
    `CREATE TABLE privacy_log (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      request text REFERENCES privacy_request ON DELETE CASCADE,
      at timestamptz NOT NULL,
      who text NOT NULL,
      what text NOT NULL,
      detail text NOT NULL DEFAULT ''
    )`,
    `CREATE INDEX privacy_log_request ON privacy_log (request, id)`,
    `CREATE FUNCTION privacy_log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the log of requests only grows'; END
    $$`,
    `CREATE TRIGGER privacy_log_grows BEFORE UPDATE ON privacy_log
      FOR EACH ROW EXECUTE FUNCTION privacy_log_grows()`,

    `CREATE TABLE purpose (
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      id text NOT NULL,
      name text NOT NULL,
      description text NOT NULL,
      basis text NOT NULL,
      -- What sources call it.
      aliases jsonb NOT NULL DEFAULT '[]',
      place integer NOT NULL,
      -- No longer asked for; what was said about it stays.
      ended timestamptz,
      PRIMARY KEY (workspace, id)
    )`,
    `CREATE TABLE purpose_text (
      workspace integer NOT NULL,
      purpose text NOT NULL,
      version integer NOT NULL,
      language text NOT NULL,
      since date NOT NULL,
      text text NOT NULL,
      author text NOT NULL,
      PRIMARY KEY (workspace, purpose, version, language),
      FOREIGN KEY (workspace, purpose) REFERENCES purpose ON DELETE CASCADE
    )`,

    // A link by which a customer sees what he agreed to. Only the hash of its secret is kept.
    `CREATE TABLE consent_link (
      id text PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      -- Hash of the identifier that leads to him.
      identifier text NOT NULL,
      secret_hash text NOT NULL UNIQUE,
      author text NOT NULL,
      at timestamptz NOT NULL,
      expires timestamptz NOT NULL,
      revoked timestamptz
    )`,
    `CREATE INDEX consent_link_identifier ON consent_link (workspace, identifier)`,
  ],
};
