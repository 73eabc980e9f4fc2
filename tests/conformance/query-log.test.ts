import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { createClient } from "../../src/cli/client.ts";
import { openSpoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import { people, tellOfPeople } from "../golden/privacy/told-of-people.ts";
import { startClickhouse } from "./clickhouse-server.ts";

// A server that notes all statements, as the official one does, holds nothing of whom they were about.
const noting = `<clickhouse><query_log><database>system</database><table>query_log</table>
  <flush_interval_milliseconds>500</flush_interval_milliseconds></query_log></clickhouse>`;
const folder = await mkdtemp(join(tmpdir(), "spoor-query-log-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

test("what was told of people, looked for, said and erased stands in no log of statements", async () => {
  await using clickhouse = await startClickhouse(noting);
  const ask = async (sql: string) => {
    const answer = await fetch(clickhouse.url, { method: "POST", body: sql });
    expect(answer.ok, sql).toBe(true);
    return answer.text();
  };
  /** Statements of anybody that hold this, in any column of the log. */
  const noted = async (text: string) => {
    await ask("SYSTEM FLUSH LOGS");
    const quoted = text.replaceAll("'", "\\'");
    return Number(
      await ask(
        `SELECT count() FROM system.query_log WHERE position(toString(tuple(*)), '${quoted}') > 0 SETTINGS log_queries = 0`,
      ),
    );
  };
  {
    await using spoor = await openSpoor(
      readConfig({ SPOOR_DATA: folder, SPOOR_DEMO: "0", SPOOR_CLICKHOUSE_URL: clickhouse.url }),
    );
    const call = createClient("http://localhost", (request) => spoor.app.fetch(request));
    const { slug: workspace } = await call("createWorkspace", { body: { name: "Kluis" } });
    await tellOfPeople(spoor, workspace);
    const params = { workspace };
    const filter = { filter: JSON.stringify({ attributes: { pakket: ["voordeelpakket-groen"] } }) };
    await call("overview", { params, query: filter });
    await call("journeys", { params, query: filter });
    const [mail] = people;
    const found = await call("findPeople", { params, body: { value: mail! } });
    const whose = { ...params, person: found.people[0]!.person };
    await call("timeline", { params: whose, query: { reveal: "1" } });
    await call("keepConsent", {
      params,
      body: { who: { email: mail! }, consents: { marketing: "no" }, text: "3 nl", how: "phone" },
    });
    await call("personConsent", { params: whose });
    await call("setObjection", { params: whose, body: { objects: true, who: "Eva" } });
    const body = { identifiers: [{ kind: "email", value: mail! }], who: "Eva" };
    let erasure = await call("erase", { params, body });
    while (erasure.state === "running") {
      await pause(50);
      erasure = await call("erasure", { params: { ...params, erasure: String(erasure.id) } });
    }
    expect([erasure.state, erasure.problem]).toEqual(["done", null]);
  }
  // The log is on, and is read: what somebody else asks stands in it.
  await ask("SELECT 'somebody-else@elders.example'");
  expect(await noted("somebody-else@elders.example")).toBeGreaterThan(0);
  for (const text of [...people, "voordeelpakket-groen", "Zonnepanelen"])
    expect([text, await noted(text)]).toEqual([text, 0]);
}, 400_000);
