import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ReactNode } from "react";
import { say } from "../../../core/message/message.ts";
import { isQuestion, kept } from "../../../protocol/question/savable.ts";
import type { AnsweredQuestion } from "../../../protocol/question/saved.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { RichText } from "../../map/rich-text.tsx";
import { askedWords } from "../saved/asked-words.ts";
import { openedAt } from "../saved/opened.ts";
import { savedText } from "../saved/text.ts";
import { anchorOf } from "./contents.tsx";
import { KeptAnswer } from "./kept-answer.tsx";
import { reportText } from "./text.ts";

/** A saved question in a report: what it asks, of when its answer is, and the answer. */
export function QuestionBlock(props: {
  readonly saved: AnsweredQuestion;
  /** Why refreshing it failed just now; null when it did not. */
  readonly failure?: string | null;
  /** What one can do with its place; none for who only reads. */
  readonly menu?: ReactNode;
  /** What else one can do with it, behind the time at which it was computed. */
  readonly children?: ReactNode;
}) {
  const { saved, failure = null } = props;
  const { name, question, answered, shown, trouble, answer } = saved;
  const language = useLanguage();
  const t = useText();
  const words = savedText[language];
  const format = useFormat();
  const asked = askedWords(saved, { t, saved: words, format });
  const kind = isQuestion(question) ? t.app.pages[question] : question;
  return (
    <>
      <header>
        <h2 id={anchorOf(saved.id)} dir="auto">
          {name}
        </h2>
        {props.menu}
      </header>
      <p>{[kind, ...asked].join(" · ")}</p>
      <p className="quiet">
        {[
          ...(shown ? [t.question.shown(shown.journeys, shown.of)] : []),
          answered === null ? words.never : words.answered(format.dateTime(answered)),
        ].join(" · ")}{" "}
        {props.children}
      </p>
      {(failure !== null || trouble !== null) && (
        <p className="saved-trouble">
          {answered === null || answer === null ? "" : `${words.trouble} `}
          {failure ?? (trouble && say(trouble, language))}{" "}
          {answered !== null && answer !== null && <Age answered={answered} />}
        </p>
      )}
      {isQuestion(question) && kept[question] === null && (
        <p className="quiet">{reportText[language].notKept}</p>
      )}
      <KeptAnswer saved={saved} />
    </>
  );
}

/** How old the answer is that stayed. */
function Age({ answered }: { readonly answered: string }) {
  const t = reportText[useLanguage()];
  const format = useFormat();
  const [now] = useState(() => Date.now());
  return t.old(format.duration(Math.max(1, (now - Date.parse(answered)) / 1000)));
}

/** Leads to the question on its own page. */
export function OpenQuestion({ saved }: { readonly saved: AnsweredQuestion }) {
  const workspace = useWorkspaceSlug();
  const t = reportText[useLanguage()];
  if (!isQuestion(saved.question)) return null;
  return (
    <Link params={{ workspace }} {...openedAt(saved.question, saved.asked)}>
      {t.open}
      <span className="visually-hidden">{` ${saved.name}`}</span>
    </Link>
  );
}

/** A text in a report; while it is edited it is kept when one leaves it. */
export function TextBlock(props: {
  readonly text: string;
  readonly menu?: ReactNode;
  /** Null for who only reads. */
  readonly onChange: ((text: string) => void) | null;
}) {
  const t = reportText[useLanguage()];
  const { onChange } = props;
  const [text, setText] = useState(props.text);
  if (onChange === null)
    return (
      <div className="report-text" dir="auto">
        <RichText text={props.text} />
      </div>
    );
  return (
    <>
      <header>
        <span className="field-label">{t.text}</span>
        {props.menu}
      </header>
      <textarea
        aria-label={t.text}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          if (text !== props.text) onChange(text);
        }}
      />
      <p className="quiet">{t.textHint}</p>
    </>
  );
}
