import type { Language } from "../../message/wording.ts";
import type { Finding, Rule, RuleWords } from "./rule.ts";
import { backwardsRules } from "./rules/backwards.ts";
import { customerRules } from "./rules/customer.ts";
import { evidenceRules } from "./rules/evidence.ts";
import { goalRules } from "./rules/goal.ts";
import { personaRules } from "./rules/persona.ts";
import { realityRules } from "./rules/reality.ts";
import { scopeRules } from "./rules/scope.ts";
import { teamRules } from "./rules/team.ts";
import { upkeepRules } from "./rules/upkeep.ts";

/** Every rule of the health check, group by group. */
export const rules: readonly Rule[] = [
  ...teamRules,
  ...personaRules,
  ...scopeRules,
  ...evidenceRules,
  ...customerRules,
  ...goalRules,
  ...upkeepRules,
  ...realityRules,
  ...backwardsRules,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule by its id; null for one that Spoor does not have. */
export function ruleOf(id: string): Rule | null {
  return byId.get(id) ?? null;
}

/** What a rule says when it speaks up; what it fills in stands open where it is not given. */
export function titleOf(
  { words }: Rule,
  language: Language,
  parameters: Finding["parameters"] = {},
): string {
  const { title } = words[language];
  return title.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? "…"));
}

/** The words of a finding, with what it found filled in; null for a rule that Spoor does not have. */
export function wordsOf(
  { rule, parameters, fix }: Pick<Finding, "rule" | "parameters" | "fix">,
  language: Language,
): RuleWords | null {
  const words = ruleOf(rule)?.words[language];
  if (!words) return null;
  const filled = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
  return {
    title: filled(words.title),
    why: filled(words.why),
    todo: filled(words.todo),
    ...(fix && words.fix !== undefined && { fix: filled(words.fix) }),
  };
}
