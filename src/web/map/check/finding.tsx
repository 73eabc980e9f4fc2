import { useState } from "react";
import { singles, type Command } from "../../../core/map/command.ts";
import type { Finding } from "../../../core/map/check/rule.ts";
import { ruleOf, wordsOf } from "../../../core/map/check/rules.ts";
import { sourceIn } from "../../../core/map/check/source.ts";
import { checkWords } from "../../../core/map/check/words.ts";
import type { Named } from "../../../core/map/named.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage, type Language } from "../../language/language.ts";
import { checkText } from "./text.ts";

type PlaceProps = {
  readonly names: Named;
  readonly finding: Finding;
  /** Opens an element on the map; null where it does not stand there. */
  readonly way: (element: string) => (() => void) | null;
  readonly onFix: (fix: Command, said: string) => void;
  readonly onExcept: (rule: string, at: string, reason: string) => void;
};

type Props = Omit<PlaceProps, "finding"> & { readonly findings: readonly Finding[] };

/** What one rule found, said once, with all the places where it holds. */
export function CheckFinding({ findings, ...rest }: Props) {
  const { onFix } = rest;
  const language = useLanguage();
  const f = useFormat();
  const t = checkText[language];
  const [first] = findings;
  const words = first && wordsOf(first, language);
  if (!first || !words) return null;
  const every = allFixed(findings, language);
  return (
    <article className="check-finding" data-severity={first.severity}>
      <p>
        <span className="check-severity">{checkWords[language].severity[first.severity]}</span>{" "}
        <strong>{words.title}</strong>
      </p>
      <p>
        {words.why} {words.todo}
      </p>
      <p className="quiet">{t.source(sourceIn(ruleOf(first.rule)?.source ?? "", language))}</p>
      {every && (
        <button type="button" className="word-button" onClick={() => onFix(every, words.fix ?? "")}>
          {t.all(words.fix ?? "", f.number(findings.length))}
        </button>
      )}
      <ul>
        {findings.map((finding) => (
          <Place key={finding.at.join()} finding={finding} {...rest} />
        ))}
      </ul>
    </article>
  );
}

/** Where a rule does not hold: leads there, mends it, or says why it need not hold. */
function Place({ finding, names, way, onFix, onExcept }: PlaceProps) {
  const language = useLanguage();
  const t = checkText[language];
  const [reason, setReason] = useState<string | null>(null);
  const { rule, at, fix } = finding;
  const mend = wordsOf(finding, language)?.fix;
  return (
    <li>
      {at.map((id) => (
        <ElementLink key={id} go={way(id)} name={names.called(id)} />
      ))}
      {fix && mend !== undefined && (
        <button type="button" className="word-button" onClick={() => onFix(fix, mend)}>
          {mend}
        </button>
      )}
      {reason === null ? (
        <button type="button" className="word-button" onClick={() => setReason("")}>
          {t.except}
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === "") return;
            setReason(null);
            onExcept(rule, at[0] ?? "", reason.trim());
          }}
        >
          <label>
            <span className="field-label">{t.reason}</span>
            <textarea
              value={reason}
              maxLength={1000}
              required
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <button type="submit" className="link-button">
            {t.keep}
          </button>
          <button type="button" className="word-button" onClick={() => setReason(null)}>
            {t.cancel}
          </button>
        </form>
      )}
    </li>
  );
}

/** One command that mends several places in the same way; null where each is to be looked at by itself. */
function allFixed(findings: readonly Finding[], language: Language): Command | null {
  const said = new Set(findings.map((finding) => wordsOf(finding, language)?.fix));
  if (findings.length < 2 || said.size > 1 || said.has(undefined)) return null;
  const commands = findings.flatMap(({ fix }) => (fix ? singles(fix) : []));
  if (commands.some((command) => command.do !== "set")) return null;
  return { do: "all", commands };
}

/** The name of an element, which leads to it where it stands on the map. */
export function ElementLink({
  go,
  name,
}: {
  readonly go: (() => void) | null;
  readonly name: string;
}) {
  if (go === null) return <span>{name}</span>;
  return (
    <button type="button" className="link-button" onClick={go}>
      {name}
    </button>
  );
}
