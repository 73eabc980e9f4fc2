import fc from "fast-check";
import { expect, test } from "vitest";
import { message } from "../message/message.ts";
import { tailOf, tailOfUnfit } from "./tail.ts";

const at = Date.UTC(2026, 10, 30, 12);

test("of an event one sees what, where and when, and that there is a customer, masked", () => {
  const line = JSON.stringify({
    id: "1",
    type: "event",
    time: at - 60_000,
    what: "Bill opened by jan@mail.nl",
    channel: "web",
    who: { email: "jan@mail.nl", phone: "+31612341234" },
    attributes: { name: "Jan", rate: "green" },
  });
  expect(tailOf(line, at)).toEqual({
    type: "told",
    at: "2026-11-30T12:00:00.000Z",
    kind: "event",
    what: "Bill opened by j…@…nl",
    channel: "web",
    time: "2026-11-30T11:59:00.000Z",
    who: [
      { kind: "email", value: "j…@…nl" },
      { kind: "phone", value: "…1234" },
    ],
    fields: ["name", "rate"],
    reason: null,
  });
});

test("of a tool's own line only the names of its fields are shown", () => {
  const line = JSON.stringify({ type: "event", customer: { email: "jan@mail.nl" }, "j@x.nl": 1 });
  expect(tailOf(line, at)).toMatchObject({
    kind: "line",
    what: "",
    who: [],
    fields: ["type", "customer", "j…@…nl"],
  });
});

test("of what was set aside one sees why, never a text of somebody else", () => {
  expect(tailOfUnfit(message("not-an-object"), at).reason).toEqual(message("not-an-object"));
  const told = tailOfUnfit(message("verbatim", { text: "jan@mail.nl" }), at);
  expect(JSON.stringify(told)).not.toContain("jan");
});

test("whatever a line says, no identifier or value of it is seen", () => {
  const secret = fc.stringMatching(/^Q[0-9]{3}Z[0-9]{4}X[a-w]{6}$/);
  const address = fc.tuple(secret, secret).map(([one, other]) => `${one}@${other}.nl`);
  const any = fc.oneof(secret, address);
  const name = fc.constantFrom("email", "phone", "customer", "name");
  const record = fc.dictionary(name, any);
  fc.assert(
    fc.property(record, record, any, fc.boolean(), (who, attributes, comment, own) => {
      const line = own
        ? { id: comment, type: "feedback", time: at, what: "Said", who, attributes, comment }
        : { contact: who, said: [comment], ...attributes };
      const seen = JSON.stringify(tailOf(JSON.stringify(line), at));
      for (const value of [...Object.values(who), ...Object.values(attributes), comment])
        expect(seen).not.toContain(value);
    }),
    { endOnFailure: true },
  );
});
