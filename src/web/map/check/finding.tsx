import { useState } from "react";
import type { Command } from "../../../core/map/command.ts";
import type { Finding } from "../../../core/map/check/rule.ts";
import { ruleOf, wordsOf } from "../../../core/map/check/rules.ts";
import { checkWords } from "../../../core/map/check/words.ts";
import { find } from "../../../core/map/elements.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { useLanguage } from "../../language/language.ts";
import { checkText } from "./text.ts";

type PlaceProps = {
  readonly journey: Journey;
  readonly finding: Finding;
  /** Opens an element on the map; null where it does not stand there. */
  readonly way: (element: string) => (() => void) | null;
  readonly onFix: (fix: Command, said: string) => void;
  readonly onExcept: (rule: string, at: string, reason: string) => void;
};

type Props = Omit<PlaceProps, "finding"> & { readonly findings: readonly Finding[] };

/** What an element is called; that of what it belongs to where it has no name itself. */
export function nameOf(journey: Journey, id: string): string {
  const found = find(journey, id);
  if (!found) return id;
  const { title, name, text } = found.element as Readonly<Record<string, unknown>>;
  const own = [title, name, text].find((each) => typeof each === "string");
  if (typeof own === "string") return own;
  return found.parent ? nameOf(journey, found.parent.id) : id;
}

/** What one rule found, said once, with all the places where it holds. */
export function CheckFinding({ findings, ...rest }: Props) {
  const language = useLanguage();
  const t = checkText[language];
  const [first] = findings;
  const words = first && wordsOf(first, language);
  if (!first || !words) return null;
  return (
    <article className="check-finding" data-severity={first.severity}>
      <p>
        <span className="check-severity">{checkWords[language].severity[first.severity]}</span>{" "}
        <strong>{words.title}</strong>
      </p>
      <p>
        {words.why} {words.todo}
      </p>
      <p className="quiet">{t.source(ruleOf(first.rule)?.source ?? "")}</p>
      <ul>
        {findings.map((finding) => (
          <Place key={finding.at.join()} finding={finding} {...rest} />
        ))}
      </ul>
    </article>
  );
}

/** Where a rule does not hold: leads there, mends it, or says why it need not hold. */
function Place({ finding, journey, way, onFix, onExcept }: PlaceProps) {
  const language = useLanguage();
  const t = checkText[language];
  const [reason, setReason] = useState<string | null>(null);
  const { rule, at, fix } = finding;
  const mend = wordsOf(finding, language)?.fix;
  return (
    <li>
      {at.map((id) => (
        <ElementLink key={id} go={way(id)} name={nameOf(journey, id)} />
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
            if (reason.trim() !== "") onExcept(rule, at[0] ?? journey.id, reason.trim());
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
