import type { CSSProperties } from "react";
import type { TemplateCard } from "../../../core/map/template/card.ts";
import { useText } from "../../language/text.ts";
import { HEIGHT, plateCurve } from "./plate-curve.ts";

/** A template as a plate in a catalogue: what it is about, its curve, and its episodes under it. */
export function TemplatePlate(props: {
  readonly template: TemplateCard;
  /** This one is being made. */
  readonly making: boolean;
  /** No other choice can be made now. */
  readonly waiting: boolean;
  readonly onBegin: () => void;
}) {
  const { title, about, episodes } = props.template;
  const text = useText().newMap;
  const t = text.templates;
  const { line, ground, dots, zero, width } = plateCurve(
    episodes.flatMap(({ feelings }) => feelings),
  );
  const shares = episodes.map(({ feelings }) => `${feelings.length}fr`).join(" ");
  return (
    <li className="plate">
      <div className="plate-about">
        <h3>{title}</h3>
        <p>{about}</p>
        <p className="quiet">{t.size(episodes.length, dots.length)}</p>
        <button
          type="button"
          className="plate-begin"
          aria-label={props.making ? text.making : t.beginWith(title)}
          disabled={props.waiting}
          onClick={props.onBegin}
        >
          {props.making ? text.making : t.begin}
        </button>
      </div>
      <div className="plate-drawing">
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t.curve}
        >
          <path className="plate-ground" d={ground} />
          <path className="plate-zero" d={`M0,${zero}H${width}`} />
          <path className="plate-line" d={line} />
          <path className="plate-dots" d={spots(dots)} />
          <path className="plate-dots-inside" d={spots(dots)} />
          <path className="plate-lowest" d={spots(dots.filter(({ lowest }) => lowest))} />
        </svg>
        <ol className="plate-episodes" style={{ "--shares": shares } as CSSProperties}>
          {episodes.map((episode) => (
            <li key={episode.title}>{episode.title}</li>
          ))}
        </ol>
      </div>
    </li>
  );
}

/** Lines without length: their round ends stay round however the drawing is stretched. */
function spots(dots: readonly { readonly x: number; readonly y: number }[]): string {
  return dots.map(({ x, y }) => `M${x},${y}h0.01`).join("");
}
