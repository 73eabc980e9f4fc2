import type { Overlay } from "../../../core/evidence/overlay.ts";
import type { Deck } from "../../../core/map/deck.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { shownFeeling } from "../../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import type { Drawing } from "../drawing.ts";
import { CurveStrip } from "./curve-strip.tsx";
import { presentText } from "./text.ts";

export type About = {
  readonly journey: Journey;
  readonly overlay: Overlay | null;
  readonly persona: string | null;
  readonly deck: Deck;
  readonly drawing: Drawing;
};

/** Titles of more characters than this are set smaller, so that they leave room for the curve. */
const LONG = 44;

/** What the journey is, whose, what it rests on, and where it hurts most. */
export function StartSlide({ journey, overlay, persona, drawing }: About) {
  const t = presentText[useLanguage()];
  const { map } = useText();
  const f = useFormat();
  const { title, state, scenario, personas = [] } = journey;
  const whose = persona ?? (personas.map(({ name }) => name).join(", ") || map.everybody);
  const hasFigures = overlay !== null && overlay.shown.journeys > 0;
  const lines = [
    [map.state[state], whose, ...(scenario === undefined ? [] : [scenario])],
    hasFigures
      ? [
          map.journeys(f.number(overlay.shown.journeys), f.number(overlay.shown.of)),
          map.customers(f.number(overlay.people)),
          f.period(overlay.from, overlay.to),
        ]
      : [t.withoutFigures],
  ];
  return (
    <div className="present-start">
      <header>
        <h1 data-long={title.length > LONG || undefined}>{title}</h1>
        {lines.map((line) => (
          <p key={line.join()}>{line.join(" · ")}</p>
        ))}
      </header>
      <CurveStrip drawing={drawing} lit={null} />
      <Lowest drawing={drawing} />
    </div>
  );
}

function Lowest({ drawing: { columns, emotion } }: Pick<About, "drawing">) {
  const t = presentText[useLanguage()];
  const { map } = useText();
  const f = useFormat();
  const { curve } = emotion.chosen;
  const point = curve.points.find(({ index }) => index === curve.lowest);
  if (!point) return null;
  const { value, n, kind, low, high } = point.feeling;
  const rests = [
    map.kind[kind],
    ...(low === null || high === null
      ? []
      : [map.note.interval(shownFeeling(low, f), shownFeeling(high, f))]),
    ...(n === null ? [] : [f.n(n)]),
  ];
  return (
    <p className="present-lowest">
      <span>{t.lowest}</span>
      <strong>{columns[point.index]?.touchpoint.title}</strong>
      <b>{shownFeeling(value, f)}</b>
      <small>{rests.join(" · ")}</small>
    </p>
  );
}
