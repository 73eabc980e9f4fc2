import { parseArgs } from "node:util";
import { personFields, type PersonField } from "../core/identity/person-record.ts";
import type { ProbableLink, ProbableLinks } from "../core/identity/probable-link.ts";
import { reasonWords } from "../core/identity/reason-words.ts";
import type { Language } from "../core/message/wording.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import { misused, type Io } from "./command.ts";
import { decideLinks, decidingLinks } from "./decide-links.ts";

/** `spoor links`: who is probably one person, and why. Only looks, unless it is told to decide. */
export async function linksCommand(
  args: string[],
  io: Io,
  open: () => Promise<Call>,
): Promise<number> {
  const deed = decidingLinks.find((each) => each === args[0]);
  if (deed !== undefined) return decideLinks(deed, args.slice(1), io, open);
  const { values } = parseArgs({
    args,
    options: {
      column: { type: "string", multiple: true, default: [] },
      least: { type: "string" },
      limit: { type: "string" },
      json: { type: "boolean", default: false },
      lang: { type: "string", default: "en" },
      workspace: { type: "string", default: OWN },
    },
  });
  const { lang, workspace, least, limit } = values;
  if (lang !== "nl" && lang !== "en") return misused(io, `--lang is nl or en, not ${lang}.`);
  const columns: Partial<Record<PersonField, string>> = {};
  for (const given of values.column) {
    const [name = "", ...column] = given.split("=");
    const field = personFields.find((each) => each === name);
    if (field === undefined || column.join("=") === "")
      return misused(
        io,
        `--column is one of ${personFields.join(", ")}, and a column: surname=Naam.`,
      );
    columns[field] = column.join("=");
  }
  const call = await open();
  const found = await call("probableLinks", {
    params: { workspace },
    query: {
      least,
      limit,
      columns: Object.keys(columns).length === 0 ? undefined : JSON.stringify(columns),
    },
  });
  if (values.json) io.out(JSON.stringify(found, null, 2));
  else for (const line of report(found, lang)) io.out(line);
  return 0;
}

const words = {
  en: {
    people: (count: number, read: string) => `${count} people, compared by ${read}`,
    objecting: (count: number) => `Not compared: ${count} who object`,
    links: (sure: number, review: number) =>
      `Links: ${sure} all but certain, ${review} for somebody to decide`,
    left: (rule: string, count: number) =>
      `Not compared by ${rule}: ${count} people, too many are alike`,
    standing: { sure: "sure", review: "review" },
  },
  nl: {
    people: (count: number, read: string) => `${count} klanten, vergeleken op ${read}`,
    objecting: (count: number) => `Niet vergeleken: ${count} die bezwaar maken`,
    links: (sure: number, review: number) =>
      `Koppelingen: ${sure} zo goed als zeker, ${review} om zelf te beoordelen`,
    left: (rule: string, count: number) =>
      `Niet vergeleken op ${rule}: ${count} klanten, te veel zijn daarin gelijk`,
    standing: { sure: "zeker", review: "beoordelen" },
  },
} as const satisfies Record<Language, unknown>;

function report(found: ProbableLinks, lang: Language): string[] {
  const { people, objecting, columns, sure, review, rules, links } = found;
  const said = words[lang];
  const read = Object.entries(columns).map(([field, column]) => `${field} = ${column}`);
  const left = rules.filter(({ leftOut }) => leftOut > 0);
  return [
    said.people(people, read.join(", ")),
    ...(objecting > 0 ? [said.objecting(objecting)] : []),
    said.links(sure, review),
    ...left.map(({ rule, leftOut }) => said.left(rule, leftOut)),
    "",
    ...links.map((link) => linkLine(link, lang)),
  ];
}

function linkLine({ a, b, probability, standing, reasons }: ProbableLink, lang: Language): string {
  const why = reasons.map((reason) => {
    const bits = reason.weight.toFixed(1);
    return `${reasonWords(reason, lang)} ${reason.weight > 0 ? "+" : ""}${bits}`;
  });
  return `${probability.toFixed(4)}  ${words[lang].standing[standing].padEnd(10)}  ${a}  ${b}  ${why.join(", ")}`;
}
