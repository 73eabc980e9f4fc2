import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPostgres, type Server } from "../conformance/postgres-server.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

let postgres: Server | string;
let spoor: RunningSpoor;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  postgres = await startPostgres();
  process.env["SPOOR_ALLOW_HOSTS"] = "127.0.0.1";
  spoor = await startSpoor({ demo: false });
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: "en" })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
  if (typeof postgres === "object") await postgres[Symbol.asyncDispose]();
});

async function clean(): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
}

test("a table is connected, chosen from a list, seen as events, and pulled in; then paused", async (context) => {
  if (typeof postgres === "string") return context.skip(postgres);
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(
    "CREATE TABLE calls (id serial PRIMARY KEY, customer_id text, subject text, made_at timestamptz NOT NULL)",
  );
  await client.query(
    `INSERT INTO calls (customer_id, subject, made_at)
     SELECT 'k' || n % 9, 'Call about the bill', '2026-03-01'::timestamptz + n * interval '1 hour'
     FROM generate_series(1, 40) AS n`,
  );
  const { port } = new URL(postgres.url);
  await page.goto(`${spoor.address}/w/own/sources`);
  await page.getByLabel("How does it tell?").selectOption("A PostgreSQL database");
  await page.getByLabel("Name of the system").fill("Telephony");
  await page.getByLabel("Host").fill("localhost");
  await page.getByLabel("Port").fill(port);
  await page.getByLabel("Database", { exact: true }).fill("postgres");
  await page.getByLabel("User").fill("spoor");
  await page.getByLabel("Encryption").selectOption("not encrypted");
  const attempt = page.getByRole("button", { name: "Try the connection" });
  await attempt.click();
  await page.getByText("localhost is on an own network").waitFor();
  await clean();
  await page.getByLabel("Host").fill("127.0.0.1");
  await page.getByLabel("Password").fill("not-asked-for-here");
  await attempt.click();
  await page.getByText("Connected. There is 1 table.").waitFor();
  await page.getByLabel("Table").selectOption("calls");
  await page.getByLabel("New rows are seen by").selectOption("made_at (timestamp with time zone)");
  await page.getByRole("cell", { name: "Call about the bill" }).first().waitFor();
  await page.getByRole("cell", { name: "customer: k1" }).first().waitFor();
  await page.getByLabel("Who").selectOption("id");
  await page.getByRole("cell", { name: "customer: 1", exact: true }).first().waitFor();
  await page.getByLabel("Who").selectOption("customer_id");
  await page.getByRole("cell", { name: "customer: k1" }).first().waitFor();
  await clean();
  await page.getByLabel("Ask").selectOption("once a day");
  await page.getByLabel("At", { exact: true }).fill("05:30");
  await page.getByRole("button", { name: "Begin" }).click();

  const source = page.getByRole("region", { name: "Telephony" });
  await source.getByText(/last time .*, 40 rows/).waitFor({ timeout: 60_000 });
  await source.getByText("Connection and schedule").click();
  await expect.poll(() => source.getByLabel("Host").inputValue()).toBe("127.0.0.1");
  expect(await source.getByLabel("Password").inputValue()).toBe("");
  expect(await page.content()).not.toContain("not-asked-for-here");
  await source.getByRole("cell", { name: "done" }).waitFor();
  await clean();
  await source.getByLabel("Host").fill("db.example");
  await source.getByRole("button", { name: "Save" }).click();
  await source.getByText("Fill in the password or key again").waitFor();
  await source.getByLabel("Host").fill("127.0.0.1");
  await source.getByLabel("Ask").selectOption("every so many hours");
  await source.getByRole("button", { name: "Save" }).click();
  await source.getByText("Saved").waitFor();

  await client.query(
    "INSERT INTO calls (customer_id, subject, made_at) VALUES ('k1', 'Complaint', now())",
  );
  await source.getByRole("button", { name: "Pull now" }).click();
  await source.getByText(/last time .*, 1 rows/).waitFor({ timeout: 60_000 });
  await client.query("ALTER TABLE calls RENAME COLUMN subject TO topic");
  await source.getByRole("button", { name: "Pull now" }).click();
  await source.getByText("has no column subject any more").waitFor({ timeout: 60_000 });
  await clean();
  await source.getByRole("button", { name: "Pause" }).click();
  await source.getByRole("button", { name: "Go on" }).waitFor();
  await client.end();
});
