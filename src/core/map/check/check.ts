import { z } from "zod";
import type { Exception, Journey } from "../journey.ts";
import { Fact, Finding, Group, type Facts, type Rule, type Severity } from "./rule.ts";
import { rules } from "./rules.ts";
import { CheckSettings } from "./settings.ts";

/** How well a map does in one group, 0 … 100; null when no rule of the group had anything to judge. */
export const Score = z.strictObject({
  group: Group,
  score: z.number().int().min(0).max(100).nullable(),
});
export type Score = z.infer<typeof Score>;

export const CheckResult = z.strictObject({
  findings: z.array(Finding),
  /** Findings that the team set aside, each with its reason. */
  excepted: z.array(Finding.extend({ reason: z.string() })),
  scores: z.array(Score),
  /** Rules that could not judge, and what they lacked. */
  notJudged: z.array(z.strictObject({ rule: z.string(), needs: z.array(Fact) })),
});
export type CheckResult = z.infer<typeof CheckResult>;

const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, hint: 1 };

/**
 * The health check of a map.
 *
 * A group's score: each rule that had something to judge counts for its weight (error 3, warning 2,
 * hint 1) and earns the share of the elements it looked at that have no finding; the score is what
 * was earned of what could be, of 100, rounded down. What the team set aside counts as in order.
 */
export function check(
  journey: Journey,
  facts: Facts = {},
  settings: CheckSettings = CheckSettings.parse({}),
): CheckResult {
  const result: CheckResult = { findings: [], excepted: [], scores: [], notJudged: [] };
  const books = new Map<Group, { earned: number; possible: number }>();
  for (const rule of rules) {
    const severity = settings.rules[rule.id] ?? rule.severity;
    if (severity === "off") continue;
    const lacking = lackingFor(rule, journey, facts);
    if (lacking.length > 0) {
      result.notJudged.push({ rule: rule.id, needs: lacking });
      continue;
    }
    const { of, hits } = rule.check(journey, facts, settings);
    let broken = 0;
    for (const { at, parameters = {}, fix } of hits) {
      const finding: Finding = {
        rule: rule.id,
        group: rule.group,
        severity,
        at: [...at],
        parameters,
        ...(fix && { fix }),
      };
      const exception = exceptionFor(journey.exceptions ?? [], finding);
      if (exception) result.excepted.push({ ...finding, reason: exception.reason });
      else {
        result.findings.push(finding);
        broken += 1;
      }
    }
    const book = books.get(rule.group) ?? { earned: 0, possible: 0 };
    if (of > 0) {
      book.possible += weights[severity];
      book.earned += weights[severity] * (1 - Math.min(1, broken / of));
    }
    books.set(rule.group, book);
  }
  result.scores = Group.options.map((group) => {
    const { earned, possible } = books.get(group) ?? { earned: 0, possible: 0 };
    // Rounded down, so that 100 is said only of a group without a finding; the rest of a sum of
    // binary fractions is no finding.
    return { group, score: possible === 0 ? null : Math.floor((100 * earned) / possible + 1e-9) };
  });
  return result;
}

function lackingFor({ needs = [] }: Rule, { state, basedOn }: Journey, facts: Facts): Fact[] {
  return needs.filter((fact) => {
    if (fact === "current" && (state === "current" || basedOn === undefined)) return false;
    return facts[fact] === undefined;
  });
}

function exceptionFor(
  exceptions: readonly Exception[],
  { rule, at }: Finding,
): Exception | undefined {
  return exceptions.find((each) => each.rule === rule && at.includes(each.at));
}
