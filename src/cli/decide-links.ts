import { setTimeout as pause } from "node:timers/promises";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import type { Decision } from "../core/identity/decision.ts";
import type { Language } from "../core/message/wording.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import { misused, type Io } from "./command.ts";

export const decidingLinks = ["accept", "refuse", "undo", "decisions"] as const;
type Deed = (typeof decidingLinks)[number];

/** How long between two looks whether it is in people's journeys, in milliseconds. */
const LOOK = 100;

/** `spoor links accept|refuse|undo|decisions`: decides who is one person, and takes it back. */
export async function decideLinks(
  deed: Deed,
  args: string[],
  io: Io,
  open: () => Promise<Call>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sure: { type: "boolean", default: false },
      by: { type: "string" },
      reason: { type: "string" },
      json: { type: "boolean", default: false },
      lang: { type: "string", default: "en" },
      workspace: { type: "string", default: OWN },
    },
  });
  const { lang, workspace, json, sure, reason } = values;
  if (lang !== "nl" && lang !== "en") return misused(io, `--lang is nl or en, not ${lang}.`);
  const by = values.by ?? userInfo().username;
  const params = { workspace };
  const [first, second] = positionals;
  const tell = (found: unknown, words: string) => io.out(json ? JSON.stringify(found) : words);

  if (deed === "decisions") {
    const found = await (await open())("decisions", { params, query: { limit: 1000 } });
    if (json) io.out(JSON.stringify(found, null, 2));
    else for (const decision of found.decisions) io.out(decisionLine(decision, lang));
    return 0;
  }
  if (deed === "undo") {
    if (first === undefined || !/^\d+$/.test(first))
      return misused(
        io,
        "Name the decision: spoor links undo 12. `spoor links decisions` lists them.",
      );
    const call = await open();
    const undone = await call("takeBack", {
      params: { ...params, decision: first },
      body: { by, back: true },
    });
    await settled(call, workspace);
    tell(undone, words[lang].undone(undone.id));
    return 0;
  }
  if (deed === "accept" && sure) {
    const call = await open();
    const made = await call("acceptSure", { params, body: { by } });
    await settled(call, workspace);
    tell(made, made.id === null ? words[lang].noneSure : words[lang].sure(made.pairs, made.id));
    return 0;
  }
  if (first === undefined || second === undefined)
    return misused(
      io,
      `Name the two people: spoor links ${deed} A B, as \`spoor links\` calls them.`,
    );
  const call = await open();
  const says = deed === "accept" ? "same" : "apart";
  const body = { a: first, b: second, says, by, ...(reason !== undefined && { reason }) };
  const made = await call("decide", { params, body });
  await settled(call, workspace);
  tell(made, words[lang].made[says](made.id));
  return 0;
}

/** Waits until what was decided is in people's journeys. */
async function settled(call: Call, workspace: string): Promise<void> {
  for (;;) {
    const { deriving, derivingFailed } = await call("who", { params: { workspace } });
    if (derivingFailed !== null) throw new Error(derivingFailed);
    if (deriving === null) return;
    await pause(LOOK);
  }
}

const words = {
  en: {
    made: {
      same: (id: number) => `One person from now on: decision ${id}`,
      apart: (id: number) => `Not one person from now on: decision ${id}`,
    },
    sure: (pairs: number, id: number) => `${pairs} sure pairs are one person each: decision ${id}`,
    noneSure: "There are no sure pairs to accept. Look for them on the page Who is who.",
    undone: (id: number) => `Decision ${id} is taken back; all is as it was`,
    says: { same: "one person", apart: "not one person", later: "put off" },
    pairs: (n: number) => `${n} pairs`,
    back: (by: string) => `taken back by ${by}`,
  },
  nl: {
    made: {
      same: (id: number) => `Vanaf nu één persoon: beslissing ${id}`,
      apart: (id: number) => `Vanaf nu niet één persoon: beslissing ${id}`,
    },
    sure: (pairs: number, id: number) =>
      `${pairs} zekere paren zijn elk één persoon: beslissing ${id}`,
    noneSure: "Er zijn geen zekere paren over te nemen. Zoek ze op de pagina Wie is wie.",
    undone: (id: number) => `Beslissing ${id} is teruggedraaid; alles is weer zoals het was`,
    says: { same: "één persoon", apart: "niet één persoon", later: "uitgesteld" },
    pairs: (n: number) => `${n} paren`,
    back: (by: string) => `teruggedraaid door ${by}`,
  },
} as const satisfies Record<Language, unknown>;

function decisionLine(decision: Decision, lang: Language): string {
  const { id, says, by, reason, made, takenBackBy, pairs, first } = decision;
  const said = words[lang];
  return [
    String(id).padStart(5),
    made.slice(0, 16).replace("T", " "),
    said.says[says].padEnd(15),
    pairs === 1 ? `${first.a} ${first.b}` : said.pairs(pairs),
    by,
    ...(reason === "" ? [] : [reason]),
    ...(takenBackBy === null ? [] : [said.back(takenBackBy)]),
  ].join("  ");
}
