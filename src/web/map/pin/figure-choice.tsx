import { useEffect, useId, useMemo } from "react";
import { say } from "../../../core/message/message.ts";
import { figureValue } from "../../../core/map/sheet/shown-metric.ts";
import type { TakenFigure } from "../../../core/question/taken/figure.ts";
import { figuresOf } from "../../../protocol/question/taken.ts";
import { useAnswer } from "../../app/answer.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { pinText } from "./text.ts";

type Props = {
  readonly workspace: string;
  readonly question: string;
  readonly chosen: TakenFigure | null;
  readonly onChoose: (figure: TakenFigure | null) => void;
};

/** One of the figures that the kept answer of a saved question offers. */
export function FigureChoice({ workspace, question, chosen, onChoose }: Props) {
  const language = useLanguage();
  const t = pinText[language];
  const words = useText().map.metric;
  const format = useFormat();
  const id = useId();
  const answered = useAnswer("savedQuestion", { workspace, question });
  const saved = answered.data?.id === question ? answered.data : undefined;
  const figures = useMemo(
    () => (saved ? figuresOf(saved.question, saved.answer, saved.names) : []),
    [saved],
  );
  const has = chosen !== null && figures.some((figure) => figure.id === chosen.id);
  useEffect(() => {
    if (!has && figures[0]) onChoose(figures[0]);
  }, [has, figures, onChoose]);
  if (answered.isError) return <Trouble error={answered.error} />;
  if (saved === undefined) return <p role="status">{t.reading}</p>;
  if (figures.length === 0) return <p>{t.noFigures}</p>;
  return (
    <label htmlFor={id}>
      <span className="field-label">{t.figure}</span>
      <select
        id={id}
        value={chosen?.id ?? ""}
        onChange={(event) =>
          onChoose(figures.find((figure) => figure.id === event.target.value) ?? null)
        }
      >
        {figures.map((figure) => (
          <option key={figure.id} value={figure.id}>
            {`${say(figure.name, language)} · ${figureValue(figure, figure.value, format, words)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
