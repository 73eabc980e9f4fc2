import { useState } from "react";
import type { FormEvent } from "react";
import { useLanguage } from "../../language/language.ts";
import { workshopText } from "./text.ts";

const USUAL_DOTS = 5;

/** The question to the people at the table, and how many dots each of them may give. */
export function OpenForm(props: {
  readonly waiting: boolean;
  readonly onOpen: (asked: { readonly question: string; readonly dots: number }) => void;
}) {
  const t = workshopText[useLanguage()];
  const [question, setQuestion] = useState(t.usual);
  const [dots, setDots] = useState(String(USUAL_DOTS));
  const asked = { question: question.trim(), dots: Number(dots) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked.question !== "") props.onOpen(asked);
  };
  return (
    <form className="workshop-form" onSubmit={submit}>
      <label>
        <span className="field-label">{t.question}</span>
        <textarea
          value={question}
          rows={3}
          maxLength={280}
          required
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
      <label>
        <span className="field-label">{t.dots}</span>
        <input
          type="number"
          value={dots}
          min={1}
          max={50}
          step={1}
          required
          onChange={(event) => setDots(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={props.waiting || asked.question === ""}>
        {t.start}
      </button>
    </form>
  );
}
