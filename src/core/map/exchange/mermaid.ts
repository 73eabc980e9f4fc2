import type { Language } from "../../message/wording.ts";
import { claimedFeeling } from "../claimed-feeling.ts";
import type { Loose } from "../field.ts";
import type { Journey, Touchpoint } from "../journey.ts";
import { message, type Message } from "../../message/message.ts";
import { newId } from "./new-id.ts";
import { oneLine } from "./one-line.ts";

/**
 * Mermaid's user journey diagram: sections with tasks, each with a score of 1 … 5 and who does it.
 * Mermaid wants a score for every task; where nobody reported a feeling a remark says so.
 */
const NOBODY = "%% no feeling reported";
const customers: Readonly<Record<Language, string>> = { nl: "Klant", en: "Customer" };

export function writeMermaid(journey: Journey): string {
  const names = new Map((journey.personas ?? []).map(({ id, name }) => [id, actor(name)]));
  const everybody = [...new Set(names.values())].toSorted();
  const whoever = everybody.length > 0 ? everybody : [customers[journey.language ?? "en"]];
  const sections = journey.episodes.flatMap(({ title, touchpoints }) => [
    `    section ${task(title)}`,
    ...touchpoints.flatMap((touchpoint) => taskLines(touchpoint, names, whoever)),
  ]);
  return ["journey", `    title ${task(journey.title)}`, ...sections, ""].join("\n");
}

function taskLines(
  { title, emotions = [] }: Touchpoint,
  names: ReadonlyMap<string, string>,
  whoever: readonly string[],
): string[] {
  const felt = claimedFeeling({ emotions });
  if (!felt) return [`      ${NOBODY}`, `      ${task(title)}: 3: ${whoever.join(", ")}`];
  const score = scoreOf(felt.value);
  const alike = felt.persona === undefined ? [] : emotions.filter(isOf(score));
  const who = alike.flatMap(({ persona }) => names.get(persona ?? "") ?? []);
  const actors = who.length > 0 ? [...new Set(who)].toSorted() : whoever;
  return [`      ${task(title)}: ${score}: ${actors.join(", ")}`];
}

function isOf(score: number) {
  return ({ value }: { value: number }) => scoreOf(value) === score;
}

function scoreOf(value: number): number {
  return Math.round(value * 2 + 3);
}

const coded = /[#;:<>%]|^(?=(?:title|section|accTitle|accDescr|journey)\b)./gi;

/** A text as Mermaid keeps it: on one line, with codes for what means something to Mermaid. */
function task(text: string): string {
  return oneLine(text).replaceAll(coded, (sign) => `#${sign.codePointAt(0)};`);
}

function actor(name: string): string {
  return task(name).replaceAll(",", "#44;");
}

function plain(text: string): string {
  return text
    .replaceAll(/#(\d{1,7});/g, (whole, code: string) => {
      const point = Number(code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replaceAll(/#(lt|gt|amp|quot|colon|semi|num|comma);/g, (_, word: string) => signs[word] ?? "")
    .trim();
}

const signs: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  colon: ":",
  semi: ";",
  num: "#",
  comma: ",",
};

type Task = {
  readonly title: string;
  readonly score: number | null;
  readonly actors: readonly string[];
};

/** Reads a Mermaid user journey; the answer still has to be made fit (`fitted`). */
export function fromMermaid(text: string, title: string): { raw: Loose; report: Message[] } {
  const report: Message[] = [];
  const drawing = body(text);
  let own = "";
  let isSilent = false;
  const sections: { title: string; tasks: Task[] }[] = [];
  for (const { line, at } of drawing) {
    const said = line.trim();
    const head = /^(title|section)\s+(.*)$/i.exec(said);
    if (said.startsWith("%%")) isSilent = said === NOBODY;
    else if (head?.[1]?.toLowerCase() === "title") own = plain(head[2] ?? "");
    else if (head) sections.push({ title: plain(head[2] ?? ""), tasks: [] });
    else if (/^acc(Title|Descr)\b/i.test(said))
      report.push(message("map-line-not-read", { line: at, text: said.slice(0, 80) }));
    else if (said !== "") {
      const read = taskIn(said);
      if (read === null)
        report.push(message("map-line-not-read", { line: at, text: said.slice(0, 80) }));
      else {
        if (sections.length === 0) sections.push({ title: own || title, tasks: [] });
        sections.at(-1)?.tasks.push(isSilent ? { ...read, score: null } : read);
      }
      isSilent = false;
    }
  }
  if (own === "") report.push(message("map-title-from-file", { title }));
  const named = sections.flatMap(({ tasks }) => tasks.flatMap((each) => each.actors));
  const actors = [...new Set(named)].toSorted();
  const people = peopleOf(actors);
  return {
    raw: {
      spoor: "journey/1",
      title: own || title,
      ...languageOf(actors),
      personas: [...people].map(([name, id]) => ({ id, name })),
      episodes: sections.map((section) => ({
        title: section.title,
        touchpoints: section.tasks.map((each) => drawn(each, people)),
      })),
    },
    report,
  };
}

/** The lines of the diagram: without the fence of Markdown around it and settings before it. */
function body(text: string): { line: string; at: number }[] {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ line, at: index + 1 }));
  const start = lines.findIndex(({ line }) => /^\s*journey\s*$/.test(line));
  const end = lines.findIndex(({ line }, at) => at > start && /^\s*```/.test(line));
  return lines.slice(start + 1, end === -1 ? undefined : end);
}

function taskIn(said: string): Task | null {
  const parts = said.split(":");
  const [title = "", score = "", actors = ""] = parts;
  if (parts.length < 2 || title.trim() === "") return null;
  const value = Number(score.trim());
  const isScore = score.trim() !== "" && value >= 1 && value <= 5;
  return {
    title: plain(title),
    score: isScore ? value : null,
    actors: actors
      .split(",")
      .map(plain)
      .filter((name) => name !== ""),
  };
}

/** The personas by name. Where everything is done by "the customer", nobody in particular is meant. */
function peopleOf(actors: readonly string[]): Map<string, string> {
  const people = new Map<string, string>();
  if (actors.length === 1 && Object.values(customers).includes(actors[0] ?? "")) return people;
  for (const name of actors) people.set(name, newId("pe", name, new Set(people.values())));
  return people;
}

function languageOf(actors: readonly string[]): { language?: Language } {
  if (actors.length !== 1) return {};
  if (actors[0] === customers.nl) return { language: "nl" };
  return actors[0] === customers.en ? { language: "en" } : {};
}

function drawn({ title, score, actors }: Task, people: ReadonlyMap<string, string>): Loose {
  if (score === null) return { title };
  const felt = {
    value: (score - 3) / 2,
    scale: [1, 5],
    evidence: { kind: "assumed" },
  };
  const who = actors.flatMap((name) => people.get(name) ?? []);
  const isSome = who.length > 0 && who.length < people.size;
  return {
    title,
    emotions: isSome ? who.map((persona) => ({ ...felt, persona })) : [felt],
  };
}
