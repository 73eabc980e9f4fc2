import { z } from "zod";
import type { Overlay } from "../../evidence/overlay.ts";
import type { Language } from "../../message/wording.ts";
import { Command } from "../command.ts";
import type { Journey } from "../journey.ts";
import type { Thresholds } from "./thresholds.ts";

/**
 * What the rules are grouped by: the six obstacles of journey mapping (Gartner 2016), then what the
 * rest of the field teaches: the nine ways, realistic maps, reverse thinking.
 */
export const Group = z.enum([
  "team",
  "persona",
  "scope",
  "evidence",
  "customer",
  "goal",
  "upkeep",
  "reality",
  "backwards",
]);
export type Group = z.infer<typeof Group>;

export const Severity = z.enum(["error", "warning", "hint"]);
export type Severity = z.infer<typeof Severity>;

/** What is known besides the map. A rule that needs what is not given does not judge. */
export type Facts = {
  /** The day of the check: "2026-11-24". */
  readonly today?: string | undefined;
  readonly overlay?: Pick<Overlay, "touchpoints" | "unbound"> | undefined;
  /** Customers per persona id. */
  readonly sizes?: Readonly<Record<string, number>> | undefined;
  /** The map that this one is based on. */
  readonly current?: Journey | undefined;
  /** How often this map was exported, and how many links to it were made. */
  readonly exports?: number | undefined;
};

export const Fact = z.enum(["today", "overlay", "sizes", "current", "exports"]);
export type Fact = z.infer<typeof Fact>;

/** One place where a rule is broken. */
export type Hit = {
  /** Ids of the elements that it is about; the first is where one goes. */
  readonly at: readonly string[];
  /** What the words of the rule are filled in with. */
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly fix?: Command;
};

/** What a rule found, and among how many elements it looked; 0 = there was nothing to judge. */
export type Judged = { readonly of: number; readonly hits: readonly Hit[] };

export type RuleWords = {
  /** What is the matter; `{name}` is filled in. */
  readonly title: string;
  readonly why: string;
  readonly todo: string;
  /** What the quick fix does, where the rule has one. */
  readonly fix?: string;
};

export type Rule = {
  readonly id: string;
  readonly group: Group;
  readonly severity: Severity;
  /** Where the rule comes from. */
  readonly source: string;
  readonly needs?: readonly Fact[];
  readonly words: Readonly<Record<Language, RuleWords>>;
  readonly check: (journey: Journey, facts: Facts, thresholds: Thresholds) => Judged;
};

export const Finding = z.strictObject({
  rule: z.string(),
  group: Group,
  severity: Severity,
  at: z.array(z.string()).min(1),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  fix: Command.optional(),
});
export type Finding = z.infer<typeof Finding>;
