import { useId, useState } from "react";
import { say } from "../../../core/message/message.ts";
import type { Fault } from "../../../core/question/pattern/fault.ts";
import { readPattern } from "../../../core/question/pattern/read.ts";
import { patternMessage } from "../../../core/question/pattern/say-fault.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { useAsks } from "../asks.ts";

/** The pattern as text, to be read and written; what is wrong with it stands below, with the place marked. */
export function PatternWords(props: { readonly text: string; readonly fault: Fault | null }) {
  const t = useText().pattern;
  const language = useLanguage();
  const id = useId();
  const [, ask] = useAsks();
  const [text, setText] = useState(props.text);
  const [own, setOwn] = useState<Fault | null>(null);
  const fault = text === props.text ? (own ?? props.fault) : own;
  const submit = () => {
    const read = readPattern(text);
    setOwn("fault" in read ? read.fault : null);
    if (!("fault" in read)) ask({ pattern: text });
  };
  return (
    <form
      className="pattern-words"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>{t.written}</label>
      <div className="pattern-line">
        <textarea
          id={id}
          rows={2}
          value={text}
          spellCheck={false}
          aria-invalid={fault !== null}
          {...(fault && { "aria-describedby": `${id}-fault` })}
          onChange={(event) => {
            setText(event.target.value.replaceAll("\n", " "));
            setOwn(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            submit();
          }}
        />
        <button type="submit" className="button">
          {t.ask}
        </button>
      </div>
      {fault && (
        <p className="pattern-fault" id={`${id}-fault`} role="alert">
          {say(patternMessage(fault), language)}
          {fault.length > 0 && (
            <span className="pattern-place" aria-hidden="true">
              {text.slice(Math.max(0, fault.at - 24), fault.at)}
              <mark>{text.slice(fault.at, fault.at + fault.length)}</mark>
              {text.slice(fault.at + fault.length, fault.at + fault.length + 24)}
            </span>
          )}
        </p>
      )}
    </form>
  );
}
