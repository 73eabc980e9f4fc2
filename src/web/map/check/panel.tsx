import { useMemo } from "react";
import type { Finding } from "../../../core/map/check/rule.ts";
import { wordsOf } from "../../../core/map/check/rules.ts";
import type { Command } from "../../../core/map/command.ts";
import { checkWords } from "../../../core/map/check/words.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { Named } from "../../../core/map/named.ts";
import type { MapCheck } from "../../../protocol/map/check.ts";
import { useFormat } from "../../language/format.ts";
import type { Language } from "../../language/language.ts";
import { useLanguage } from "../../language/language.ts";
import { checkText } from "./text.ts";
import { Exceptions } from "./exceptions.tsx";
import { CheckFinding } from "./finding.tsx";
import { ScoreLine } from "./score-line.tsx";
import "./check.css";

export type CheckPanelProps = {
  readonly journey: Journey;
  readonly result: MapCheck;
  /** Opens an element on the map; null where it does not stand there. */
  readonly way: (element: string) => (() => void) | null;
  readonly onFix: (fix: Command, said: string) => void;
  readonly onExcept: (rule: string, at: string, reason: string) => void;
  readonly onTakeBack: (exception: string) => void;
};

/** The health check beside the map: a score for each group, and beneath it what was found. */
export function CheckPanel(props: CheckPanelProps) {
  const { journey, result, way, onFix, onExcept, onTakeBack } = props;
  const language = useLanguage();
  const f = useFormat();
  const t = checkText[language];
  const words = checkWords[language];
  const names = useMemo(() => new Named(journey), [journey]);
  const { findings, scores, excepted, notJudged, history } = result;
  const lacking = [...new Set(notJudged.flatMap(({ needs }) => needs))];
  return (
    <section className="check" aria-label={t.title}>
      {scores.map(({ group, score }) => {
        const own = findings.filter((finding) => finding.group === group);
        return (
          <details key={group} className="check-group">
            <summary>
              <span>{words.group[group]}</span>
              <ScoreLine history={history} group={group} />
              <span className="check-score">
                {score === null ? t.none : t.score(f.number(score))}
              </span>
            </summary>
            {own.length === 0 && <p className="quiet">{t.well}</p>}
            {alike(own, language).map((some) => (
              <CheckFinding
                key={some.map(({ rule, at }) => `${rule} ${at.join()}`).join(" ")}
                findings={some}
                {...{ names, way, onFix, onExcept }}
              />
            ))}
          </details>
        );
      })}
      <Exceptions {...{ journey, names, excepted, way, onTakeBack }} />
      {lacking.length > 0 && (
        <p className="quiet">
          {t.notJudged}: {lacking.map((fact) => words.fact[fact]).join("; ")}
        </p>
      )}
    </section>
  );
}

/** Findings that say the same of several places, together. */
function alike(findings: readonly Finding[], language: Language): Finding[][] {
  const together = new Map<string, Finding[]>();
  for (const finding of findings) {
    const said = `${finding.rule} ${wordsOf(finding, language)?.title}`;
    together.set(said, [...(together.get(said) ?? []), finding]);
  }
  return [...together.values()];
}
