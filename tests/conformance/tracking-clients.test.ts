import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import RudderAnalytics from "@rudderstack/rudder-sdk-node";
import { Analytics } from "@segment/analytics-node";
import { CloudEvent, HTTP } from "cloudevents";
import { PostHog } from "posthog-node";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { openBrowser } from "../e2e/browser.ts";
import { siteWith } from "../e2e/other-site.ts";
import { startSpoor, type RunningSpoor } from "../e2e/running-spoor.ts";

/** The published clients themselves, against a server of its own process. */

const require = createRequire(import.meta.url);
let spoor: RunningSpoor;
let browser: Browser;
beforeAll(async () => {
  spoor = await startSpoor({ demo: false });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function ask<T>(path: string, body?: object): Promise<T> {
  const sent = { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${spoor.address}/api/w/own${path}`, body && sent);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** A source of its own, and what it told once so many events came in. */
async function source(name: string) {
  const made = await ask<LiveSource>("/sources", { name });
  return {
    key: made.keys[0]!.shown,
    async told(received: number): Promise<LiveSource["ledger"]> {
      for (let tries = 0; ; tries += 1) {
        const found = (await ask<LiveSource[]>("/sources")).find((each) => each.name === name)!;
        if (found.ledger.received >= received || tries > 200) return found.ledger;
        await pause(100);
      }
    },
  };
}

const all = (stored: number) => ({
  received: stored,
  stored,
  duplicate: 0,
  quarantined: 0,
  suppressed: 0,
});

test("@segment/analytics-node", async () => {
  const { key, told } = await source("segment-node");
  const client = new Analytics({ writeKey: key, host: spoor.address, path: "/v1/batch" });
  client.identify({ userId: "u1", traits: { email: "u1@example.nl", plan: "gold" } });
  client.track({ userId: "u1", event: "Order placed", properties: { revenue: 12 } });
  client.page({ anonymousId: "a1", name: "Rates", properties: { path: "/rates" } });
  client.screen({ userId: "u1", name: "Home" });
  client.group({ userId: "u1", groupId: "g1", traits: { industry: "energy" } });
  client.alias({ userId: "u1", previousId: "a1" });
  await client.closeAndFlush();
  expect(await told(6)).toEqual(all(6));
});

test("@segment/analytics-next in a browser, on a page of another site", async () => {
  const { key, told } = await source("segment-browser");
  const path = dirname(require.resolve("@segment/analytics-next/package.json"));
  const page = await browser.newPage();
  await using site = await siteWith(
    `<!doctype html><title>Shop</title><script src="/ajs/index.js"></script>`,
    join(path, "dist/umd"),
  );
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(request.url()));
  await page.goto(site.address);
  await page.evaluate(
    async ({ key, address }) => {
      type Client = Record<
        "page" | "track" | "identify" | "alias",
        (...told: unknown[]) => Promise<unknown>
      >;
      const {
        AnalyticsNext: { AnalyticsBrowser },
      } = globalThis as unknown as {
        AnalyticsNext: { AnalyticsBrowser: { load(...settings: unknown[]): Client } };
      };
      const client = AnalyticsBrowser.load(
        { writeKey: key, cdnURL: address },
        {
          integrations: {
            "Segment.io": { apiHost: `${address.replace(/^https?:../, "")}/v1`, protocol: "http" },
          },
        },
      );
      await client.page("Home");
      await client.track("Rate chosen", { rate: "green" });
      await client.identify("u9");
      await client.alias("u10");
    },
    { key, address: spoor.address },
  );
  expect(await told(4)).toEqual(all(4));
  expect(failed).toEqual([]);
  await page.close();
});

test("@rudderstack/rudder-sdk-node", async () => {
  const { key, told } = await source("rudder-node");
  const client = new RudderAnalytics(key, { dataPlaneUrl: spoor.address, flushAt: 1 });
  client.track({ userId: "u1", event: "Order placed" });
  client.identify({ userId: "u1", traits: { plan: "gold" } });
  await client.flush();
  expect(await told(2)).toEqual(all(2));
});

test("posthog-node", async () => {
  const { key, told } = await source("posthog-node");
  const client = new PostHog(key, { host: spoor.address, flushAt: 1 });
  client.capture({ distinctId: "u1", event: "Order placed", properties: { revenue: 12 } });
  client.identify({ distinctId: "u1", properties: { plan: "gold" } });
  client.alias({ distinctId: "u1", alias: "u1-old" });
  await client.shutdown();
  expect(await told(3)).toEqual(all(3));
});

test("cloudevents, binary and structured", async () => {
  const { key, told } = await source("cloudevents");
  const event = (id: string) =>
    new CloudEvent({ id, source: "/crm", type: "Called", subject: "u1", data: { topic: "bill" } });
  for (const { headers, body } of [HTTP.binary(event("1")), HTTP.structured(event("2"))]) {
    const response = await fetch(`${spoor.address}/api/cloudevents`, {
      method: "POST",
      headers: { ...(headers as Record<string, string>), authorization: `Bearer ${key}` },
      body: String(body),
    });
    expect(response.status).toBe(204);
  }
  expect(await told(2)).toEqual(all(2));
});
