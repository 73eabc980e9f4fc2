import { parseArgs } from "node:util";
import { nearest } from "../core/nearest.ts";
import { AppError } from "../core/problem.ts";
import { Filter } from "../core/question/filter.ts";
import type { Answers, Asker, Question } from "./asker.ts";
import { tables } from "./ask-tables.ts";
import { askSaved } from "./ask-saved.ts";
import type { Io } from "./command.ts";

type Answerer = (asker: Asker, question: Question, json: boolean) => Promise<string[]>;

function answering<Name extends keyof Answers>(
  name: Name,
  table: (answer: Answers[Name]) => string[],
): Answerer {
  return async (asker, question, json) => {
    const answer = await asker.ask(name, question);
    return json ? [JSON.stringify(answer, null, 2)] : table(answer);
  };
}

const questions: ReadonlyMap<string, Answerer> = new Map([
  ["overview", answering("overview", tables.overview)],
  ["flow", answering("flow", tables.flow)],
  ["routes", answering("routes", tables.routes)],
  ["touchpoints", answering("touchpoints", tables.touchpoints)],
  ["journeys", answering("journeys", tables.journeys)],
  ["timeline", answering("timeline", tables.timeline)],
  ["facets", answering("facets", tables.facets)],
  ["fit", answering("fit", tables.fit)],
  ["gaps", answering("gaps", tables.gaps)],
  ["segments", answering("segments", tables.segments)],
  ["drift", answering("drift", tables.drift)],
  ["alerts", answering("alerts", tables.alerts)],
  ["archetypes", answering("archetypes", tables.archetypes)],
  ["contrast", answering("contrast", tables.contrast)],
  ["scores", answering("scores", tables.scores)],
  ["themes", answering("themes", tables.themes)],
  ["drivers", answering("drivers", tables.drivers)],
  ["goals", answering("goals", tables.goals)],
  ["perception", answering("perception", tables.perception)],
  ["funnel", answering("funnel", tables.funnel)],
  ["leave", answering("leave", tables.leave)],
  ["time-to", answering("timeTo", tables.timeTo)],
  ["attribution", answering("attribution", tables.attribution)],
  ["pattern", answering("pattern", tables.pattern)],
  ["loyalty", answering("loyalty", tables.loyalty)],
  ["cohorts", answering("cohorts", tables.cohorts)],
]);

/** Questions about one thing, and how it is called. */
const about: ReadonlyMap<string, string> = new Map([
  ["timeline", "Whose timeline? `spoor ask timeline PERSON`; `spoor ask journeys` lists people."],
  [
    "pattern",
    `Which pattern? \`spoor ask pattern '"Called" then "Signed" within 7 days'\`, touchpoints by their labels.`,
  ],
  ["fit", "Which map? `spoor ask fit MAP`, with the id in the address of its page."],
]);

/**
 * `spoor ask`: one question, as a table or as JSON. `asker` is opened only when the call makes sense.
 * @returns the exit code: 0 answered, 2 wrong usage; failures are thrown
 */
export async function ask(args: string[], io: Io, open: () => Promise<Asker>): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      refresh: { type: "boolean", default: false },
      csv: { type: "boolean", default: false },
      filter: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      channel: { type: "string", multiple: true },
      passed: { type: "string", multiple: true, default: [] },
      attribute: { type: "string", multiple: true, default: [] },
      segment: { type: "string" },
      route: { type: "string" },
      goal: { type: "string", multiple: true, default: [] },
      step: { type: "string", multiple: true, default: [] },
      order: { type: "string" },
      within: { type: "string" },
      begin: { type: "string" },
      since: { type: "string" },
      before: { type: "string" },
      after: { type: "string" },
      by: { type: "string" },
      parts: { type: "string" },
      other: { type: "string" },
      outcome: { type: "string" },
      about: { type: "string", multiple: true, default: [] },
      back: { type: "string" },
      unit: { type: "string" },
      kind: { type: "string" },
      bought: { type: "string" },
      liked: { type: "string" },
      days: { type: "string" },
      survey: { type: "string" },
      map: { type: "string" },
      limit: { type: "string" },
      workspace: { type: "string" },
    },
  });
  const wrong = (message: string): number => {
    io.err(message);
    return 2;
  };
  const [name = "", subject, ...others] = positionals;
  if (name === "saved") {
    if (others.length > 0) return wrong("Which saved question? `spoor ask saved NAME`, quoted.");
    const { workspace, json, refresh, csv } = values;
    const lines = await askSaved(await open(), { workspace, name: subject, json, refresh, csv });
    for (const line of lines) io.out(line);
    return 0;
  }
  const answer = questions.get(name);
  if (!answer) {
    const meant = nearest(name, [...questions.keys(), "saved"]);
    return wrong(
      `${name === "" ? "Which question?" : `There is no question ${name}.`} ${
        meant
          ? `Did you mean ${meant}?`
          : `There are ${[...questions.keys()].join(", ")} and saved.`
      }`,
    );
  }
  if ((subject !== undefined) !== about.has(name) || others.length > 0)
    return wrong(about.get(name) ?? `spoor ask ${name} takes no "${subject}".`);
  if (name === "funnel" && values.step.length < 2)
    return wrong("Which steps? `spoor ask funnel --step LABEL --step LABEL`, in their order.");
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= 1000)) {
    return wrong(`--limit takes a whole number from 1 to 1000, not "${values.limit}".`);
  }
  const given = readFilter(values);
  if (typeof given === "string") return wrong(given);

  const asker = await open();
  const { workspace, route, order, within, by, since, before, after, parts, other } = values;
  const { outcome } = values;
  const { unit, kind, bought, liked, days } = values;
  const codes = (labels: readonly string[]) => codesOf(asker, workspace, labels);
  const passed = [...(given.passed ?? []), ...(await codes(values.passed))];
  const [begin] = await codes(values.begin === undefined ? [] : [values.begin]);
  const [back] = await codes(values.back === undefined ? [] : [values.back]);
  const question: Question = {
    workspace,
    filter: { ...given, ...(passed.length > 0 && { passed }) },
    limit,
    route,
    ...(name === "fit" ? { map: subject } : { person: subject }),
    more: {
      goal: joined(await codes(values.goal)),
      steps: joined(await codes(values.step)),
      order,
      within,
      from: begin,
      by,
      since,
      before,
      after,
      parts,
      other,
      outcome,
      about: joined(await codes(values.about)),
      ...(name === "loyalty" && { buying: joined(await codes(values.goal)), bought, liked, days }),
      ...(name === "perception" && { survey: values.survey }),
      ...(name === "goals" && { map: values.map }),
      ...(name === "pattern" && { pattern: subject }),
      ...(name === "cohorts" && { first: begin, back, unit, kind }),
    },
  };
  for (const line of await answer(asker, question, values.json)) io.out(line);
  return 0;
}

type Flags = {
  readonly filter?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly channel?: string[] | undefined;
  readonly attribute: string[];
  readonly segment?: string | undefined;
};

/** The filter that the flags make, touchpoints by label left out; or what is wrong with it. */
function readFilter(flags: Flags): Filter | string {
  let whole: Record<string, unknown> = {};
  if (flags.filter !== undefined) {
    try {
      whole = Filter.parse(JSON.parse(flags.filter));
    } catch (error) {
      return `--filter is not readable: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  const attributes = new Map<string, string[]>();
  for (const pair of flags.attribute) {
    const at = pair.indexOf("=");
    if (at < 1) return `--attribute takes NAME=VALUE, not "${pair}".`;
    const name = pair.slice(0, at);
    attributes.set(name, [...(attributes.get(name) ?? []), pair.slice(at + 1)]);
  }
  const parsed = Filter.safeParse({
    ...whole,
    ...(flags.from !== undefined && { from: toTime(flags.from) }),
    ...(flags.to !== undefined && { to: toTime(flags.to) }),
    ...(flags.channel && { channels: flags.channel }),
    ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
    ...(flags.segment !== undefined && { segment: flags.segment }),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `--${String(issue?.path[0])} is not right: ${issue?.message}. Times look like 2026-01-31 or 2026-01-31T09:00:00Z.`;
}

/** A day is its first moment, in UTC. */
function toTime(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
}

function joined(codes: readonly number[]): string | undefined {
  return codes.length === 0 ? undefined : codes.join(",");
}

/** The codes of touchpoints that were named by label. */
async function codesOf(
  asker: Asker,
  workspace: string | undefined,
  labels: readonly string[],
): Promise<number[]> {
  if (labels.length === 0) return [];
  const { touchpoints } = await asker.ask("facets", { workspace, filter: {} });
  return labels.map((label) => {
    const touchpoint = touchpoints.find((each) => each.label === label);
    if (touchpoint) return touchpoint.code;
    const meant = nearest(
      label,
      touchpoints.map((each) => each.label),
    );
    const hint = meant ? `Did you mean "${meant}"?` : "`spoor ask touchpoints` lists them.";
    throw new AppError("not-found", `There is no touchpoint "${label}". ${hint}`);
  });
}
