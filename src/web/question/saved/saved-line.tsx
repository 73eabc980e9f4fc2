import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { say } from "../../../core/message/message.ts";
import { isQuestion, kept } from "../../../protocol/question/savable.ts";
import { AnswerFormat, type SavedQuestion } from "../../../protocol/question/saved.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { addressOf } from "../../app/client.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFirstFocus } from "../../app/first-focus.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { PinTo } from "../report/pin-to.tsx";
import { PinQuestion } from "../../map/pin/pin-question.tsx";
import { askedWords } from "./asked-words.ts";
import { openedAt } from "./opened.ts";
import { savedText } from "./text.ts";

/** A saved question: what it is called and asks, of when its answer is, and what one can do with it. */
export function SavedLine(props: {
  readonly saved: SavedQuestion;
  readonly refreshing: boolean;
  readonly onRefresh: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}) {
  const { saved, refreshing } = props;
  const language = useLanguage();
  const workspace = useWorkspaceSlug();
  const t = savedText[language];
  const [naming, setNaming] = useState(false);
  const [pinning, setPinning] = useState(false);
  return (
    <li className="saved-line">
      {naming ? (
        <Naming
          name={saved.name}
          onCancel={() => setNaming(false)}
          onName={(name) => {
            setNaming(false);
            props.onRename(name);
          }}
        />
      ) : (
        <Name saved={saved} />
      )}
      <Facts saved={saved} />
      <p className="saved-deeds">
        <Deed word={t.refresh} about={saved.name} disabled={refreshing} onPress={props.onRefresh} />
        {isQuestion(saved.question) && kept[saved.question] !== null && (
          <PinQuestion saved={saved} />
        )}
        <Deed word={t.rename} about={saved.name} onPress={() => setNaming(true)} />
        {saved.answered !== null &&
          AnswerFormat.options.map((format) => (
            <a
              key={format}
              download
              href={addressOf(endpoints.questionFile, {
                workspace,
                question: saved.id,
                format,
                language,
              })}
            >
              {t[format]}
              <span className="visually-hidden">{` ${saved.name}`}</span>
            </a>
          ))}
        <Deed word={t.pin} about={saved.name} onPress={() => setPinning(!pinning)} />
        <Deed word={t.remove} about={saved.name} onPress={props.onDelete} />
        <span role="status" className="quiet">
          {refreshing && t.refreshing}
        </span>
      </p>
      {pinning && <PinTo question={saved.id} name={saved.name} />}
    </li>
  );
}

function Name({ saved: { name, question, asked } }: { readonly saved: SavedQuestion }) {
  const workspace = useWorkspaceSlug();
  return (
    <h3 dir="auto">
      {isQuestion(question) ? (
        <Link params={{ workspace }} {...openedAt(question, asked)}>
          {name}
        </Link>
      ) : (
        name
      )}
    </h3>
  );
}

/** Which question it is and all it asks, how many journeys it is about, of when and by whom. */
export function Facts({ saved }: { readonly saved: SavedQuestion }) {
  const language = useLanguage();
  const t = useText();
  const format = useFormat();
  const words = savedText[language];
  const { question, answered, shown, trouble } = saved;
  const asked = askedWords(saved, { t, saved: words, format });
  const kind = isQuestion(question) ? t.app.pages[question] : question;
  const isKept = isQuestion(question) && kept[question] !== null;
  return (
    <>
      <p>{[kind, ...asked].join(" · ")}</p>
      <p className="quiet">
        {[
          ...(shown ? [t.question.shown(shown.journeys, shown.of)] : []),
          answered === null ? words.never : words.answered(format.dateTime(answered)),
          words.savedBy(saved.author, format.date(saved.at)),
        ].join(" · ")}
      </p>
      {!isKept && <p className="quiet">{words.notKept}</p>}
      {trouble && (
        <p className="saved-trouble">
          {words.trouble} {say(trouble, language)}
        </p>
      )}
    </>
  );
}

function Naming(props: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const t = savedText[useLanguage()];
  const [name, setName] = useState(props.name);
  const field = useFirstFocus<HTMLInputElement>();
  return (
    <form
      className="saved-naming"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") props.onName(name.trim());
      }}
    >
      <input
        ref={field}
        aria-label={t.name}
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onCancel();
        }}
      />
      <button type="submit" className="link-button">
        {t.rename}
      </button>
      <button type="button" className="word-button" onClick={props.onCancel}>
        {t.cancel}
      </button>
    </form>
  );
}

function Deed(props: {
  readonly word: string;
  readonly about: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className="link-button" disabled={props.disabled} onClick={props.onPress}>
      {props.word}
      <span className="visually-hidden">{` ${props.about}`}</span>
    </button>
  );
}
