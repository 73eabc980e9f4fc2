import { plainly } from "../core/message/message.ts";
import { nearest } from "../core/nearest.ts";
import { AppError } from "../core/problem.ts";
import { isQuestion, kept } from "../protocol/question/savable.ts";
import type { AnsweredQuestion, SavedQuestion } from "../protocol/question/saved.ts";
import { sheetsCsv } from "../core/question/sheet.ts";
import { sheetsOfSaved } from "../server/question/file/answer-file.ts";
import { savedTable, tables } from "./ask-tables.ts";
import type { Asker } from "./asker.ts";

type Wish = {
  readonly workspace: string | undefined;
  /** Undefined for a list of all. */
  readonly name: string | undefined;
  readonly json: boolean;
  readonly refresh: boolean;
  /** As comma-separated values, all of it, for a spreadsheet or a script. */
  readonly csv: boolean;
};

/** `spoor ask saved`: the saved questions, or the answer of one by its name or id. */
export async function askSaved(
  asker: Asker,
  { workspace, name, json, refresh, csv }: Wish,
): Promise<string[]> {
  const all = await asker.saved(workspace);
  if (name === undefined) return json ? [JSON.stringify(all, null, 2)] : savedTable(all);
  const answered = await asker.savedAnswer(workspace, find(all, name).id, refresh);
  // The mark by which Excel knows UTF-8 is in the way of other programs.
  if (csv) return sheetsCsv(sheetsOfSaved(answered, "en"), "en").slice(1).trimEnd().split("\r\n");
  return json ? [JSON.stringify(answered, null, 2)] : told(answered);
}

function find(all: readonly SavedQuestion[], name: string): SavedQuestion {
  const sought = name.toLocaleLowerCase();
  const found = all.find((each) => each.id === name || each.name.toLocaleLowerCase() === sought);
  if (found) return found;
  const meant = nearest(
    name,
    all.map((each) => each.name),
  );
  const hint = meant ? `Did you mean "${meant}"?` : "`spoor ask saved` lists them.";
  throw new AppError("not-found", `There is no saved question "${name}". ${hint}`);
}

function told({ name, question, answered, answer, trouble }: AnsweredQuestion): string[] {
  const when = answered === null ? "not answered yet" : `computed ${answered}`;
  const head = [
    `${name} (${question}), ${when}`,
    ...(trouble ? [`It could not be answered anew: ${plainly(trouble)}`] : []),
  ];
  if (!isQuestion(question) || kept[question] === null)
    return [...head, `Its answer names customers, so it is not kept: spoor ask ${question}.`];
  if (answer === null) return head;
  const table = tables[question] as (answer: unknown) => string[];
  return [...head, ...table(answer)];
}
