import { ruleOf, wordsOf } from "../core/map/check/rules.ts";
import type { Finding } from "../core/map/check/rule.ts";
import { sourceIn } from "../core/map/check/source.ts";
import { checkWords } from "../core/map/check/words.ts";
import type { Language } from "../core/message/wording.ts";
import type { CheckedFile } from "./check.ts";
import { printable } from "./printable.ts";

const words = {
  en: {
    none: "nothing to judge",
    of: "of 100",
    excepted: "Set aside by the team",
    notJudged: "Not judged, for want of",
    source: "Source",
    sum: (errors: number, warnings: number, hints: number) =>
      `${errors} errors, ${warnings} warnings, ${hints} hints`,
  },
  nl: {
    none: "niets te beoordelen",
    of: "van 100",
    excepted: "Door het team terzijde gelegd",
    notJudged: "Niet beoordeeld, want onbekend is",
    source: "Bron",
    sum: (errors: number, warnings: number, hints: number) =>
      `${errors} fouten, ${warnings} keer let op, ${hints} tips`,
  },
};

/** What the health check found in a file, as lines for the terminal, group by group. */
export function checkReport({ file, journey, result }: CheckedFile, language: Language): string[] {
  const said = words[language];
  const names = checkWords[language];
  const { findings, excepted, scores, notJudged } = result;
  const lines = ["", `${file}: ${journey.title}`];
  for (const { group, score } of scores) {
    lines.push("", `${names.group[group]}  ${score === null ? said.none : `${score} ${said.of}`}`);
    const own = findings.filter((finding) => finding.group === group);
    for (const [rule, found] of Map.groupBy(own, (finding) => finding.rule))
      lines.push(...ruleLines(rule, found, language));
  }
  if (excepted.length > 0) lines.push("", said.excepted);
  for (const finding of excepted)
    lines.push(`  ${finding.rule}  ${finding.at.join(", ")}: ${finding.reason}`);
  const lacking = new Set(notJudged.flatMap(({ needs }) => needs));
  if (lacking.size > 0)
    lines.push("", `${said.notJudged}: ${[...lacking].map((fact) => names.fact[fact]).join("; ")}`);
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
  lines.push("", said.sum(count("error"), count("warning"), count("hint")));
  return lines.map(printable);
}

function ruleLines(rule: string, found: readonly Finding[], language: Language): string[] {
  const [first] = found;
  const says = first && wordsOf(first, language);
  if (!says) return [];
  const titles = Map.groupBy(found, (finding) => wordsOf(finding, language)?.title ?? "");
  return [
    ...[...titles].flatMap(([title, same]) => [
      `  ${checkWords[language].severity[first.severity]}  ${title}  [${rule}]`,
      `      ${same.flatMap(({ at }) => at).join(", ")}`,
    ]),
    `      ${says.why} ${says.todo} (${words[language].source}: ${sourceIn(ruleOf(rule)?.source ?? "", language)})`,
  ];
}
