import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { FoundPeople } from "../../../src/core/people/found-person.ts";
import type { PrivacyRequest } from "../../../src/core/people/request.ts";
import { openDesk, type PrivacyDesk } from "./desk.ts";

let desk: PrivacyDesk;
beforeAll(async () => {
  desk = await openDesk();
  const time = (day: number) => `2026-03-0${day}T10:00:00Z`;
  await desk.tell(
    { what: "Looked", time: time(1), who: { cookie: "c-1" } },
    { what: "Signed in", time: time(2), who: { cookie: "c-1", customer: "k-1" } },
    { type: "person", time: time(3), who: { customer: "k-1", email: "Jan@Mail.nl" } },
    // A telephone number of a household: two customers, so it joins nobody.
    { what: "Called", time: time(4), who: { customer: "k-1", phone: "06 1234 5678" } },
    { what: "Called", time: time(5), who: { customer: "k-2", phone: "+31612345678" } },
    { what: "Called", time: time(6), who: { customer: "k-3", phone: "0031612345678" } },
  );
}, 120_000);
afterAll(() => desk?.[Symbol.asyncDispose]());

const find = (value: string, kind?: string) =>
  desk.ask<FoundPeople>("/api/w/own/people/find", { value, kind });

test("an identifier is read as a mapping reads it, and leads to the whole person, masked", async () => {
  const found = await find(" JAN@mail.nl ");
  expect(found.people).toHaveLength(1);
  const [jan] = found.people;
  expect(jan?.identifiers.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    "cookie …1",
    "customer …1",
    "email j…@…nl",
  ]);
  expect(jan).toMatchObject({
    sources: ["Shop"],
    events: 4,
    first: "2026-03-01T10:00:00.000Z",
    last: "2026-03-04T10:00:00.000Z",
  });
  expect((await find("c-1")).people[0]?.person).toBe(jan?.person);
  expect(await find("c-1", "customer")).toEqual({ identifiers: [], people: [], more: false });
  expect((await find("unknown")).people).toEqual([]);
});

test("a shared identifier leads to each of those who share it", async () => {
  const found = await find("0612345678");
  expect(found.identifiers).toMatchObject([{ kind: "phone", shared: true }]);
  expect(found.people.map(({ events }) => events).toSorted((a, b) => a - b)).toEqual([1, 1, 4]);
  const told = found.people.flatMap(({ identifiers }) => identifiers.map(({ kind }) => kind));
  expect(told).not.toContain("phone");
});

type Register = { due: { open: number }; requests: PrivacyRequest[] };
const register = () => desk.ask<Register>("/api/w/own/privacy/requests");
const asked = { who: "Sanne", kind: "access", received: "2026-01-31", way: "email" };

test("a request is noted, followed and closed, and its log only grows", async () => {
  const { people } = await find("jan@mail.nl");
  const { identifier = null } =
    people[0]?.identifiers.find(({ kind }) => kind === "customer") ?? {};
  const made = await desk.ask<PrivacyRequest>("/api/w/own/privacy/requests", {
    ...asked,
    identifier,
  });
  expect(made).toMatchObject({
    number: 1,
    about: "…1",
    people: [people[0]?.person],
    deadline: "2026-02-28",
    end: null,
  });
  const step = (deed: object) =>
    desk.ask<PrivacyRequest>(`/api/w/own/privacy/requests/${made.id}/steps`, {
      who: "Sanne",
      deed,
    });
  await step({ what: "identified", how: "called-back" });
  const extended = await step({ what: "extended", reason: "Much to look up", told: "2026-02-10" });
  expect(extended.deadline).toBe("2026-04-30");
  await step({ what: "closed", end: "done" });
  const { requests, due } = await register();
  expect(due.open).toBe(0);
  expect(requests[0]?.steps.map(({ what, detail, who }) => [what, detail, who])).toEqual([
    ["received", "email", "Sanne"],
    ["identified", "called-back", "Sanne"],
    ["extended", "Much to look up", "Sanne"],
    ["closed", "done", "Sanne"],
  ]);
  const late = await desk.send(`/api/w/own/privacy/requests/${made.id}/steps`, {
    who: "Sanne",
    deed: { what: "extended", reason: "Again", told: "2026-02-10" },
  });
  expect([late.status, await late.json()]).toMatchObject([
    409,
    { message: { key: "request-closed" } },
  ]);
  const change = "UPDATE privacy_log SET who = 'somebody else'";
  await expect(desk.spoor.documents.query(z.unknown(), change)).rejects.toThrow("only grows");
});

test("one about nobody who is known keeps no more than a mask", async () => {
  const made = await desk.ask<PrivacyRequest>("/api/w/own/privacy/requests", {
    ...asked,
    kind: "erasure",
    identifier: null,
    named: "piet.secret@nowhere.nl",
  });
  expect(made).toMatchObject({ number: 2, about: "p…@…nl", people: [] });
  const kept = await desk.spoor.documents.query(
    z.object({ row: z.string() }),
    "SELECT row_to_json(privacy_request)::text AS row FROM privacy_request",
  );
  expect(kept.map(({ row }) => row).join("")).not.toContain("secret");
});

test("once he was erased the register does not know any more whom it was about", async () => {
  const found = await find("k-2");
  const identifier = found.people[0]?.identifiers[0]?.identifier;
  const open = (kind: string) =>
    desk.ask<PrivacyRequest>("/api/w/own/privacy/requests", { ...asked, kind, identifier });
  const [access, erasure] = [await open("access"), await open("erasure")];
  for (const { id } of [access, erasure])
    await desk.ask(`/api/w/own/privacy/requests/${id}/steps`, {
      who: "Sanne",
      deed: { what: "closed", end: "done" },
    });
  const { requests } = await register();
  expect(requests.slice(0, 2).map(({ about, people }) => [about, people])).toEqual([
    ["", []],
    ["", []],
  ]);
  const kept = await desk.spoor.documents.query(
    z.object({ count: z.number() }),
    "SELECT count(*) AS count FROM privacy_request WHERE identifier = $1",
    [identifier ?? ""],
  );
  expect(kept).toEqual([{ count: 0 }]);
});

test("what cannot be is refused with words to act on", async () => {
  const future = await desk.send("/api/w/own/privacy/requests", {
    ...asked,
    received: "2999-01-01",
    identifier: null,
  });
  expect([future.status, await future.json()]).toMatchObject([
    400,
    { message: { key: "request-not-received-yet" } },
  ]);
  const nobody = await desk.send("/api/w/own/privacy/requests", { ...asked, identifier: "12345" });
  expect(nobody.status).toBe(404);
  const { requests } = await register();
  const refused = await desk.send(
    `/api/w/own/privacy/requests/${requests.find(({ end }) => end === null)?.id}/steps`,
    {
      who: "Sanne",
      deed: { what: "closed", end: "refused" },
    },
  );
  expect(refused.status).toBe(400);
});

test("the counts say what is due and nothing about whom", async () => {
  const due = await desk.ask("/api/w/own/privacy/due");
  expect(due).toEqual({ open: 1, soon: 0, overdue: 1, next: "2026-02-28" });
});
