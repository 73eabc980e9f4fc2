import { parseArgs } from "node:util";
import { personFields, type PersonField } from "../core/identity/person-record.ts";
import type { ProbableLink, ProbableLinks } from "../core/identity/probable-link.ts";
import { reasonWords } from "../core/identity/reason-words.ts";
import type { Language } from "../core/message/wording.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import { misused, type Io } from "./command.ts";

/** `spoor links`: who is probably one person, and why. Only looks; nothing is linked. */
export async function linksCommand(
  args: string[],
  io: Io,
  open: () => Promise<Call>,
): Promise<number> {
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

function report({ people, columns, sure, review, rules, links }: ProbableLinks, lang: Language) {
  const read = Object.entries(columns).map(([field, column]) => `${field} = ${column}`);
  const left = rules.filter(({ leftOut }) => leftOut > 0);
  return [
    `${people} people, compared by ${read.join(", ")}`,
    `${sure} links are all but certain, ${review} are for somebody to decide`,
    ...left.map(
      ({ rule, leftOut }) => `Not compared by ${rule}: ${leftOut} people, too many are alike`,
    ),
    "",
    ...links.map((link) => linkLine(link, lang)),
  ];
}

function linkLine({ a, b, probability, standing, reasons }: ProbableLink, lang: Language): string {
  const why = reasons.map((reason) => {
    const bits = reason.weight.toFixed(1);
    return `${reasonWords(reason, lang)} ${reason.weight > 0 ? "+" : ""}${bits}`;
  });
  return `${probability.toFixed(4)}  ${standing.padEnd(6)}  ${a}  ${b}  ${why.join(", ")}`;
}
