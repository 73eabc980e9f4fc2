import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { ConsentOverview } from "../../../src/core/people/consent-overview.ts";
import type { Consent, Purpose, Said } from "../../../src/core/people/consent.ts";
import type { FoundPeople } from "../../../src/core/people/found-person.ts";
import type { ConsentLink, OwnConsent } from "../../../src/protocol/people/consent.ts";
import { openDesk, type PrivacyDesk } from "./desk.ts";

let desk: PrivacyDesk;
beforeAll(async () => {
  desk = await openDesk();
  const purpose = { who: "Sanne", basis: "consent" };
  await desk.ask(
    "/api/w/own/privacy/purposes/marketing",
    { ...purpose, name: "Nieuwsbrief", aliases: ["C0004", "Advertising"] },
    "PUT",
  );
  await desk.ask("/api/w/own/privacy/purposes/analytics", { ...purpose, name: "Meten" }, "PUT");
}, 120_000);
afterAll(() => desk?.[Symbol.asyncDispose]());

async function personOf(value: string): Promise<string> {
  const { people } = await desk.ask<FoundPeople>("/api/w/own/people/find", { value });
  expect(people).toHaveLength(1);
  return people[0]!.person;
}

type Told = { consents: Consent[]; history: Said[] };
const toldOf = async (value: string) =>
  desk.ask<Told>(`/api/w/own/people/${await personOf(value)}/consent`);
const states = ({ consents }: Told) =>
  Object.fromEntries(consents.map(({ purpose, state }) => [purpose, state]));

test("a banner's categories are heard with every call of a tracker, by the names of the purposes", async () => {
  const call = (day: number, categoryPreferences: object) => ({
    type: "track",
    messageId: `t-${day}`,
    event: "Looked",
    userId: "seg-1",
    timestamp: `2026-04-0${day}T10:00:00Z`,
    context: { consent: { categoryPreferences } },
  });
  const batch = [
    call(3, { Advertising: false, Analytics: true }),
    call(1, { Advertising: true }),
    call(2, {}),
  ];
  await desk.ask(`/v1/batch`, { batch, writeKey: desk.key });
  await desk.spoor.intake.settled();
  const told = await toldOf("seg-1");
  expect(states(told)).toEqual({ marketing: "no", analytics: "yes" });
  expect(told.consents[0]?.last).toMatchObject({ how: "banner", source: "Shop" });
  expect(told.history).toHaveLength(3);
});

test("Spoor's own route takes consent with its text, and refuses to guess at a word", async () => {
  await desk.tell({
    type: "consent",
    time: "2026-04-01T10:00:00Z",
    who: { email: "own@mail.nl" },
    consents: { marketing: true },
    text: "3 nl",
    how: "form",
  });
  const { consents } = await toldOf("own@mail.nl");
  expect(consents[0]).toMatchObject({ state: "yes", last: { text: "3 nl", how: "form" } });
  const { results } = await desk.ask<{ results: { state: string; reason?: { key: string } }[] }>(
    `/api/events?key=${desk.key}`,
    { events: [{ type: "consent", who: { email: "own@mail.nl" }, consents: { marketing: "hm" } }] },
  );
  expect(results).toMatchObject([{ state: "set aside", reason: { key: "consent-word" } }]);
});

test("the API is in force as soon as it answers, and reads identifiers as a mapping does", async () => {
  const say = (word: string, time?: string) =>
    desk.ask("/api/w/own/consent", {
      who: { phone: "06 8765 4321" },
      consents: { C0004: word },
      how: "phone",
      ...(time !== undefined && { time }),
    });
  await say("yes", "2026-04-02T10:00:00Z");
  expect(states(await toldOf("+31687654321"))).toEqual({ marketing: "yes", analytics: "none" });
  await say("no");
  // What is told late was said earlier.
  await say("yes", "2026-04-03T10:00:00Z");
  expect(states(await toldOf("+31687654321"))).toEqual({ marketing: "no", analytics: "none" });
  const nobody = await desk.send("/api/w/own/consent", {
    who: { email: "unknown" },
    consents: { marketing: "no" },
  });
  expect(nobody.status).toBe(400);
});

test("what was said before and after records are joined is his, and words are no traits", async () => {
  const at = (day: number) => `2026-05-0${day}T10:00:00Z`;
  await desk.tell(
    { type: "consent", time: at(1), who: { cookie: "j-1" }, consents: { marketing: "yes" } },
    { type: "consent", time: at(2), who: { customer: "j-2" }, consents: { marketing: "no" } },
  );
  expect([states(await toldOf("j-1")), states(await toldOf("j-2"))]).toMatchObject([
    { marketing: "yes" },
    { marketing: "no" },
  ]);
  await desk.tell({ what: "Signed in", time: at(3), who: { cookie: "j-1", customer: "j-2" } });
  expect(states(await toldOf("j-1"))).toMatchObject({ marketing: "no" });
  const traits = await desk.spoor.engine.lookup.rows(
    z.object({ name: z.string() }),
    "SELECT DISTINCT name FROM trait WHERE startsWith(name, 'consent')",
  );
  expect(traits).toEqual([]);
});

test("a member of staff notes a withdrawal for all that is his, agreement for one", async () => {
  const person = await personOf("j-1");
  const say = (said: string) =>
    desk.ask<Told>(`/api/w/own/people/${person}/consent`, {
      who: "Sanne",
      purpose: "analytics",
      said,
    });
  expect(states(await say("yes"))["analytics"]).toBe("yes");
  expect(states(await say("no"))["analytics"]).toBe("no");
  const kept = await desk.spoor.engine.lookup.rows(
    z.object({ word: z.string(), rows: z.number() }),
    `SELECT attributes['consent:analytics'] AS word, toUInt32(count()) AS rows FROM event
    WHERE source = 'Spoor' AND word != '' GROUP BY word ORDER BY word`,
  );
  expect(kept).toEqual([
    { word: "no", rows: 2 },
    { word: "yes", rows: 1 },
  ]);
});

test("a link shows a customer his own consents, takes them back at a press, and ends", async () => {
  const person = await personOf("own@mail.nl");
  const made = await desk.ask<{ link: ConsentLink; secret: string }>(
    `/api/w/own/people/${person}/consent-links`,
    { who: "Sanne", days: 7 },
  );
  const at = `/api/c/${made.secret}`;
  const own = await desk.ask<OwnConsent>(at);
  expect(own.about).toBe("o…@…nl");
  expect(own.purposes.map(({ id, state }) => [id, state])).toEqual([
    ["marketing", "yes"],
    ["analytics", "none"],
  ]);
  const after = await desk.ask<OwnConsent>(at, { purpose: "marketing", said: "no" });
  expect(after.purposes[0]?.state).toBe("no");
  expect(states(await toldOf("own@mail.nl"))).toMatchObject({ marketing: "no" });
  const list = `/api/w/own/people/${person}/consent-links`;
  await desk.ask(`${list}/${made.link.id}`, undefined, "DELETE");
  expect((await desk.send(at)).status).toBe(404);
  expect((await desk.send(at, { purpose: "marketing", said: "yes" })).status).toBe(404);
  expect((await desk.send(`/api/c/${"x".repeat(32)}`)).status).toBe(404);
  expect(await desk.ask<ConsentLink[]>(list)).toMatchObject([{ id: made.link.id }]);
});

test("the texts that people agreed to stay, whatever comes after", async () => {
  const add = (nl: string) =>
    desk.ask<Purpose>("/api/w/own/privacy/purposes/marketing/texts", {
      who: "Sanne",
      since: "2026-05-01",
      nl,
    });
  await add("Ik wil de nieuwsbrief.");
  const { texts } = await add("Ik wil elke week de nieuwsbrief.");
  expect(texts.map(({ version, text }) => [version, text])).toEqual([
    [1, "Ik wil de nieuwsbrief."],
    [2, "Ik wil elke week de nieuwsbrief."],
  ]);
  const taken = await desk.send(
    "/api/w/own/privacy/purposes/adverts",
    { who: "Sanne", name: "Ads", basis: "consent", aliases: ["c0004"] },
    "PUT",
  );
  expect(taken.status).toBe(409);
});

test("the counts are of people, by their last word, and name what no purpose is called", async () => {
  await desk.ask("/api/w/own/consent", {
    who: { customer: "z-1" },
    consents: { Elsewhere: "yes" },
  });
  const overview = await desk.ask<ConsentOverview>("/api/w/own/privacy/consent");
  expect(overview).toMatchObject({
    // seg-1, own, the telephone, j, z-1
    people: 5,
    purposes: [
      { purpose: "marketing", yes: 0, no: 4 },
      { purpose: "analytics", yes: 1, no: 1 },
    ],
    unknown: [{ name: "elsewhere", people: 1 }],
  });
  expect(overview.months.filter(({ month }) => month === "2026-04")).toEqual([
    { month: "2026-04", purpose: "analytics", yes: 1, no: 0 },
    { month: "2026-04", purpose: "marketing", yes: 3, no: 1 },
  ]);
});

test("what a page tells of agreement does not count against what a system or a person was told", async () => {
  const counts = async () => {
    const { purposes } = await desk.ask<ConsentOverview>("/api/w/own/privacy/consent");
    return purposes.find(({ purpose }) => purpose === "marketing");
  };
  const before = await counts();
  const who = { email: "victim@mail.nl" };
  const page = (time: string, word: string) =>
    desk.tell({ type: "consent", time, who, consents: { marketing: word }, how: "banner" });
  const call = (word: string) =>
    desk.ask("/api/w/own/consent", { who, consents: { marketing: word }, how: "phone" });
  await page("2026-06-01T10:00:00Z", "yes");
  expect(states(await toldOf(who.email))).toMatchObject({ marketing: "yes" });
  await call("no");
  // By whoever read the key in the page: as a consent, as a banner's category, as an attribute.
  const later = new Date(Date.now() - 1).toISOString();
  await page(later, "yes");
  await desk.tell({ what: "Looked", time: later, who, attributes: { "consent:marketing": "yes" } });
  await desk.tell({
    what: "Seen",
    time: later,
    who,
    attributes: { "consent by": "somebody" },
    consents: { C0004: true },
  });
  const told = await toldOf(who.email);
  expect(states(told)).toMatchObject({ marketing: "no" });
  expect(told.consents[0]?.last).toMatchObject({ how: "phone", page: false });
  // It is not lost: it stands among all that was said.
  expect(told.history.filter(({ page: byPage }) => byPage)).not.toEqual([]);
  expect(await counts()).toEqual({ ...before, no: before!.no + 1 });
  await call("yes");
  expect(states(await toldOf(who.email))).toMatchObject({ marketing: "yes" });
  await page(new Date().toISOString(), "no");
  expect(states(await toldOf(who.email))).toMatchObject({ marketing: "no" });
});
