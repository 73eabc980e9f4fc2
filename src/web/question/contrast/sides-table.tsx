import type { ReactNode } from "react";
import type { Contrast, SideFigures } from "../../../core/question/contrast/contrast.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { RateFigure } from "../rate-figure.tsx";

/** Both sides in a few figures: how many, how they end, how long they take, what they say. */
export function SidesTable(props: { readonly found: Contrast; readonly other: string }) {
  const text = useText();
  const t = text.contrast;
  const format = useFormat();
  const { one, other } = props.found;
  const sides: readonly SideFigures[] = [one, other];
  const row = (label: string, cell: (side: SideFigures) => ReactNode) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      {sides.map((side, nth) => (
        <td key={nth === 0 ? "one" : "other"} data-numeric>
          {cell(side)}
        </td>
      ))}
    </tr>
  );
  const names = [...new Set(sides.flatMap(({ scores }) => scores.map(({ name }) => name)))];
  return (
    <ScrollRegion label={t.title}>
      <table className="figures contrast-sides">
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col" data-numeric>
              {t.one}
            </th>
            <th scope="col" data-numeric>
              {props.other}
            </th>
          </tr>
        </thead>
        <tbody>
          {row(t.journeys, ({ journeys }) => format.number(journeys))}
          {row(t.customers, ({ people }) => format.number(people))}
          {row(t.goal, ({ goal }) => (
            <RateFigure rate={goal} />
          ))}
          {row(t.duration, ({ duration: { medianSeconds, low, high } }) => (
            <span className="duration">
              {format.duration(medianSeconds)}
              {low !== null && high !== null && (
                <span className="duration-quartiles">
                  {text.question.interval(`${format.duration(low)} – ${format.duration(high)}`)}
                </span>
              )}
            </span>
          ))}
          {names.map((name) =>
            row(name, ({ scores }) => {
              const mean = scores.find((score) => score.name === name)?.mean;
              return (
                <span className="duration">
                  {format.number(mean?.value ?? null, 1)}
                  {mean && mean.low !== null && mean.high !== null && (
                    <span className="duration-quartiles">
                      {format.number(mean.low, 1)} – {format.number(mean.high, 1)},{" "}
                      {format.n(mean.n)}
                    </span>
                  )}
                </span>
              );
            }),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
