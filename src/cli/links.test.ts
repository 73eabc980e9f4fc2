import { expect, test } from "vitest";
import type { ProbableLinks } from "../core/identity/probable-link.ts";
import type { Call } from "./client.ts";
import { linksCommand } from "./links.ts";

const answer: ProbableLinks = {
  people: 3,
  objecting: 2,
  columns: { given: "Voornaam", email: "email" },
  sure: 1,
  review: 0,
  rules: [
    { rule: "email", pairs: 1, divided: 0, leftOut: 0 },
    { rule: "place", pairs: 0, divided: 1, leftOut: 2 },
  ],
  links: [
    {
      a: "17",
      b: "42",
      weight: 12.5,
      probability: 0.99983,
      standing: "sure",
      reasons: [
        { of: "given", level: "initial", weight: 4.8 },
        { of: "phone", level: "other", weight: -2.13 },
      ],
    },
  ],
};

async function spoorLinks(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const asked: unknown[] = [];
  const call = ((name: string, given: unknown) => {
    asked.push([name, given]);
    return Promise.resolve(answer);
  }) as unknown as Call;
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await linksCommand(args, io, () => Promise.resolve(call));
  return { code, out, err, asked };
}

test("links are told with their reasons in words, and who was left out", async () => {
  expect((await spoorLinks()).out).toEqual([
    "3 people, compared by given = Voornaam, email = email",
    "Not compared: 2 who object",
    "Links: 1 all but certain, 0 for somebody to decide",
    "Not compared by place: 2 people, too many are alike",
    "",
    "0.9998  sure        17  42  initial fits +4.8, other telephone number -2.1",
  ]);
  expect((await spoorLinks("--lang", "nl")).out).toEqual([
    "3 klanten, vergeleken op given = Voornaam, email = email",
    "Niet vergeleken: 2 die bezwaar maken",
    "Koppelingen: 1 zo goed als zeker, 0 om zelf te beoordelen",
    "Niet vergeleken op place: 2 klanten, te veel zijn daarin gelijk",
    "",
    "0.9998  zeker       17  42  voorletter past +4.8, ander telefoonnummer -2.1",
  ]);
});

test("columns, the lowest probability and the workspace go along", async () => {
  const args = [
    "--column",
    "surname=Naam = eigen",
    "--least",
    "0.9",
    "--limit",
    "5",
    "--workspace",
    "crm",
  ];
  expect((await spoorLinks(...args)).asked).toEqual([
    [
      "probableLinks",
      {
        params: { workspace: "crm" },
        query: { least: "0.9", limit: "5", columns: '{"surname":"Naam = eigen"}' },
      },
    ],
  ]);
});

test("JSON is the answer itself", async () => {
  const { out } = await spoorLinks("--json");
  expect(JSON.parse(out.join("\n"))).toEqual(answer);
});

test("a column that tells nothing about a person is refused before anything is asked", async () => {
  const { code, err, asked } = await spoorLinks("--column", "hobby=Sport");
  expect({ code, asked }).toEqual({ code: 2, asked: [] });
  expect(err[0]).toContain("--column is one of given, infix, surname");
  expect((await spoorLinks("--column", "surname")).code).toBe(2);
  expect((await spoorLinks("--lang", "de")).code).toBe(2);
});

const TWO = ["17", "42"];

test("accept and refuse decide on two people, undo takes it back, and each waits until it counts", async () => {
  const asked: unknown[] = [];
  let looks = 0;
  const call = ((name: string, given: { body?: unknown }) => {
    asked.push([name, given.body]);
    if (name === "who")
      return Promise.resolve({ deriving: looks++ % 2 === 0 ? 0.5 : null, derivingFailed: null });
    return Promise.resolve({ id: 5 });
  }) as unknown as Call;
  const out: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) };
  const run = (...args: string[]) =>
    linksCommand([...args, "--by", "Anna"], io, () => Promise.resolve(call));
  expect(await run("accept", ...TWO, "--reason", "called them")).toBe(0);
  expect(await run("refuse", ...TWO, "--lang", "nl")).toBe(0);
  expect(await run("undo", "5")).toBe(0);
  const body = { a: "17", b: "42", by: "Anna" };
  const looked = [
    ["who", undefined],
    ["who", undefined],
  ];
  expect(asked).toEqual([
    ["decide", { ...body, says: "same", reason: "called them" }],
    ...looked,
    ["decide", { ...body, says: "apart" }],
    ...looked,
    ["takeBack", { by: "Anna", back: true }],
    ...looked,
  ]);
  expect(out).toEqual([
    "One person from now on: decision 5",
    "Vanaf nu niet één persoon: beslissing 5",
    "Decision 5 is taken back; all is as it was",
  ]);
  expect(await run("accept", "17")).not.toBe(0);
  expect(await run("undo")).not.toBe(0);
});
