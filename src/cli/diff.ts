import { parseArgs } from "node:util";
import { changes, type Change } from "../core/map/changes.ts";
import { difference } from "../core/map/difference.ts";
import { readJourney } from "../core/map/file.ts";
import type { Journey } from "../core/map/journey.ts";
import { sayChange } from "../core/map/say-change.ts";
import { AppError } from "../core/problem.ts";
import { misused, type Io } from "./command.ts";
import { readAs } from "./read-as.ts";

/** What git gives a command that shows a difference: path, file, hash and mode of the old, of the new. */
const GIT = 7;

/** `spoor diff`: what changed between two journey files; also as the command with which git shows them. */
export async function diffCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      git: { type: "boolean", default: false },
      lang: { type: "string" },
    },
  });
  const { lang, json, git } = values;
  if (lang !== undefined && lang !== "nl" && lang !== "en")
    return misused(io, `--lang is nl or en, not ${lang}.`);
  if (git && positionals.length < GIT)
    return misused(io, "--git is for git itself. `spoor help diff` tells how it is set up.");
  if (!git && positionals.length !== 2)
    return misused(io, "Which two files? `spoor help diff` tells more.");
  const [path, old = "", , , fresh = ""] = positionals;
  const [from, to] = git ? [old, fresh] : [positionals[0] ?? "", positionals[1] ?? ""];
  if (git) io.out(path ?? "");
  let maps: [Journey | null, Journey | null];
  try {
    maps = [await readMap(from), await readMap(to)];
  } catch (error) {
    // Git gives up on all other files when the command for one of them fails.
    if (!git || !(error instanceof AppError)) throw error;
    io.out(`  ${error.message.replaceAll("\n", "\n  ")}`);
    return 0;
  }
  for (const line of told(maps, json, lang)) io.out(line);
  return 0;
}

function told(
  [before, after]: readonly [Journey | null, Journey | null],
  json: boolean,
  chosen: "nl" | "en" | undefined,
): string[] {
  const language = chosen ?? after?.language ?? before?.language ?? "en";
  if (!before || !after) {
    const { title = "" } = before ?? after ?? {};
    return [`${after ? "+" : "-"} ${words[language][after ? "added" : "removed"](title)}`];
  }
  const found = changes(before, after);
  if (json) {
    const said = found.map((change) => ({ ...change, says: sayChange(change, language) }));
    return [JSON.stringify({ changes: said, command: difference(before, after) }, null, 2)];
  }
  if (found.length === 0) return [words[language].same];
  return found.map((change) => `${signs[change.what]} ${sayChange(change, language)}`);
}

const signs: Readonly<Record<Change["what"], string>> = {
  added: "+",
  removed: "-",
  moved: ">",
  renamed: "*",
  raised: "*",
  lowered: "*",
  strengthened: "*",
  weakened: "*",
  changed: "*",
};

const words = {
  en: {
    same: "Nothing changed.",
    added: (title: string) => `The map “${title}” is new`,
    removed: (title: string) => `The map “${title}” was removed`,
  },
  nl: {
    same: "Er is niets veranderd.",
    added: (title: string) => `De kaart “${title}” is nieuw`,
    removed: (title: string) => `De kaart “${title}” is weggehaald`,
  },
};

/** Null for a file that is not there on this side, which git calls so on every system. */
async function readMap(file: string): Promise<Journey | null> {
  return file === "/dev/null" ? null : readAs(file, readJourney);
}
