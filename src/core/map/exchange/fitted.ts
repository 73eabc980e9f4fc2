import type { z } from "zod";
import { issuesOf } from "../../issue.ts";
import { message, type Message } from "../../message/message.ts";
import { AppError } from "../../problem.ts";
import { isLoose, type Loose } from "../field.ts";
import { fill } from "../fill.ts";
import { Journey } from "../journey.ts";
import { newId } from "./new-id.ts";

/** A map as it was read from a file of another kind, with what was not understood, guessed or left out. */
export type Fitted = { readonly journey: Journey; readonly report: Message[] };

type Path = readonly PropertyKey[];

/** How often what does not fit is taken out before a file is refused. */
const ROUNDS = 12;

/** A title that has to be there, and is not. */
const NO_TITLE = "…";

/**
 * Makes what was read from a file of another kind a journey. Ids are made where there are none; a text
 * that is too long is cut; what fits nowhere is left out; each of these is told.
 * @throws AppError `unreadable-file` when nothing is left to make a journey of.
 */
export function fitted(raw: Loose, given: readonly Message[], name: string): Fitted {
  const report = [...given];
  let journey = structuredCopy({ id: idOf(raw), ...raw }) as Loose;
  if (Array.isArray(journey["episodes"]) && journey["episodes"].length === 0)
    throw new AppError("unreadable-file", message("map-nothing-drawn", { name }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const read = Journey.safeParse(fill(journey));
    if (read.success) return { journey: read.data, report };
    journey = fill(journey) as Loose;
    // From the end, so that what was taken out does not move what is still to go.
    const issues = read.error.issues.flatMap(issuesOf).toSorted((a, b) => later(a.path, b.path));
    const gone: Path[] = [];
    for (const issue of issues) {
      if (gone.some((path) => path.every((step, index) => step === issue.path[index]))) continue;
      const isPart = lacksWhole(journey, issue);
      if (isPart) gone.push(issue.path.slice(0, -1));
      journey = isPart
        ? withoutPart(journey, issue.path.slice(0, -1), report)
        : mended(journey, issue, report);
    }
  }
  throw new AppError("unreadable-file", message("map-does-not-fit", { name }));
}

/** The id that a journey without one gets, made from its title. */
export function idOf({ title }: Loose): string {
  return newId("jo", typeof title === "string" ? title : "", new Set());
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isLoose(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, structuredCopy(each)]),
  );
}

function mended(journey: Loose, issue: z.core.$ZodIssue, report: Message[]): Loose {
  const { path } = issue;
  const value = at(journey, path);
  const field = path.findLast((step) => typeof step === "string") ?? "";
  const told = { at: titleAround(journey, path), field };
  if (issue.code === "too_big" && typeof value === "string") {
    const most = Number(issue.maximum);
    report.push(message("map-cut", { ...told, most }));
    return put(journey, path, `${value.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`);
  }
  if (value === undefined || (issue.code === "too_small" && value === "")) {
    if (field === "title" || field === "name") {
      report.push(message("map-no-title", { kind: kindAt(path) }));
      return put(journey, path, NO_TITLE);
    }
  }
  if (field === "id" && typeof value === "string") {
    report.push(message("map-new-id", { at: told.at, id: value.slice(0, 80) }));
    return put(journey, path, undefined);
  }
  report.push(message("map-left-out", { ...told, value: short(value) }));
  return put(journey, path, undefined);
}

/** Does the part lack something that it cannot be without, and that cannot be made up? */
function lacksWhole(journey: Loose, { path }: z.core.$ZodIssue): boolean {
  const field = path.at(-1);
  return at(journey, path) === undefined && field !== "title" && field !== "name";
}

/** Paths from the last place of a journey to the first, what lies deeper before what it lies in. */
function later(one: Path, other: Path): number {
  for (const [index, step] of one.entries()) {
    const beside = other[index];
    if (beside === undefined) return -1;
    if (step === beside) continue;
    if (typeof step === "number" && typeof beside === "number") return beside - step;
    return String(step) < String(beside) ? 1 : -1;
  }
  return one.length - other.length;
}

function withoutPart(journey: Loose, path: Path, report: Message[]): Loose {
  report.push(
    message("map-part-left-out", {
      at: titleAround(journey, path.slice(0, -1)),
      value: short(at(journey, path)),
    }),
  );
  return put(journey, path, undefined);
}

function short(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function kindAt(path: Path): string {
  const list = path.findLast((step, index) => typeof step === "string" && index < path.length - 1);
  return String(list ?? "journey");
}

/** The title of the nearest part around a place that has one. */
function titleAround(journey: Loose, path: Path): string {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const part = at(journey, path.slice(0, depth));
    const title = isLoose(part) ? (part["title"] ?? part["name"]) : undefined;
    if (typeof title === "string" && depth < path.length) return short(title);
  }
  return "";
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (within, step) =>
      typeof within === "object" && within !== null
        ? (within as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  );
}

/** A copy with another value in one place; `undefined` takes it out, of a list too. */
function put<T>(within: T, [step, ...rest]: Path, value: unknown): T {
  if (step === undefined) return value as T;
  if (Array.isArray(within)) {
    const index = Number(step);
    if (rest.length === 0 && value === undefined) return within.toSpliced(index, 1) as T;
    return within.with(index, put(within[index], rest, value)) as T;
  }
  if (!isLoose(within)) return within;
  const key = String(step);
  const { [key]: before, ...others } = within;
  if (rest.length === 0 && value === undefined) return others as T;
  return { ...within, [key]: put(before, rest, value) };
}
