import { useContext, useId, useState } from "react";
import { Button, Dialog, DialogTrigger } from "react-aria-components";
import type { Metric } from "../../../core/map/claim.ts";
import { say } from "../../../core/message/message.ts";
import type { TakenFigure } from "../../../core/question/taken/figure.ts";
import type { SavedQuestion } from "../../../protocol/question/saved.ts";
import { useAnswer } from "../../app/answer.ts";
import { DialogPopover } from "../../app/dialog-popover.tsx";
import { FieldPlace } from "../../evidence/field-place.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { FigureChoice } from "./figure-choice.tsx";
import { pinText } from "./text.ts";
import "../../question/saved/saved.css";

type Props = {
  readonly of: { readonly id: string };
  readonly items: readonly Metric[];
};

/** The metric that shows a figure of a saved question. */
export function pinnedMetric(id: string, saved: SavedQuestion, figure: TakenFigure, name: string) {
  const pinned = { question: saved.id, figure: figure.id };
  return { id, name: name.slice(0, 160), measure: saved.question, pinned };
}

/** Pins a figure of a saved question to this part of the map. */
export function PinHere({ of, items }: Props) {
  const workspace = useContext(FieldPlace);
  const t = pinText[useLanguage()];
  if (workspace === null) return null;
  return (
    <DialogTrigger>
      <Button className="inspect-add">{t.pinFigure}</Button>
      <DialogPopover>
        <Dialog className="popover-dialog" aria-label={t.pinFigure}>
          {({ close }) => <Form workspace={workspace} of={of} items={items} onDone={close} />}
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  );
}

function Form(props: Props & { readonly workspace: string; readonly onDone: () => void }) {
  const { workspace, of, items, onDone } = props;
  const language = useLanguage();
  const t = pinText[language];
  const id = useId();
  const editing = useEditing();
  const questions = useAnswer("savedQuestions", { workspace }).data;
  const [which, setWhich] = useState<string | null>(null);
  const [figure, setFigure] = useState<TakenFigure | null>(null);
  const saved = questions?.find((each) => each.id === which) ?? questions?.[0];
  if (!editing || questions === undefined) return <p role="status">{t.reading}</p>;
  if (!saved) return <p>{t.noQuestions}</p>;
  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!figure) return;
        const name = say(figure.name, language);
        const element = pinnedMetric(editing.newId("me"), saved, figure, name);
        const after = items.at(-1)?.id ?? null;
        if (editing.edit({ do: "add", to: of.id, list: "metrics", after, element }, t.pinned(name)))
          onDone();
      }}
    >
      <label htmlFor={id}>
        <span className="field-label">{t.question}</span>
        <select
          id={id}
          value={saved.id}
          onChange={(event) => {
            setFigure(null);
            setWhich(event.target.value);
          }}
        >
          {questions.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <FigureChoice
        workspace={workspace}
        question={saved.id}
        chosen={figure}
        onChoose={setFigure}
      />
      <button type="submit" className="button" disabled={figure === null}>
        {t.pin}
      </button>
    </form>
  );
}
