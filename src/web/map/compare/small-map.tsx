import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { CSSProperties } from "react";
import { compare, type ComparedColumn, type Drawn } from "../../../core/map/compare.ts";
import { shownFeeling } from "../../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { MarkedText } from "../mark.tsx";
import { useWidth } from "../use-width.ts";
import { CURVES, curvesOf, strongestOf } from "./curves.ts";
import { endOf } from "./end-of.ts";
import { spansOf } from "./spans.ts";
import { useStateLine } from "./state-line.ts";
import { compareText } from "./text.ts";
import type { Which } from "./which.ts";

/** Maps under each other, each in its own columns; their curves have one scale. */
export function SmallMaps(props: {
  readonly workspace: string;
  readonly chosen: readonly Which[];
  readonly states: readonly Drawn[];
}) {
  const { workspace, chosen, states } = props;
  const compared = useMemo(() => states.map((state) => compare([state])), [states]);
  const strongest = Math.max(...compared.map(strongestOf));
  return (
    <div className="compare-small">
      {states.map((state, at) => {
        const which = chosen[at];
        return (
          which && (
            <SmallMap
              key={`${at}`}
              workspace={workspace}
              which={which}
              state={state}
              compared={compared[at] ?? []}
              strongest={strongest}
            />
          )
        );
      })}
    </div>
  );
}

function SmallMap(props: {
  readonly workspace: string;
  readonly which: Which;
  readonly state: Drawn;
  readonly compared: readonly ComparedColumn[];
  readonly strongest: number;
}) {
  const { workspace, which, state, compared, strongest } = props;
  const { journey } = state;
  const t = compareText[useLanguage()];
  const line = useStateLine(workspace, which, journey);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const width = useWidth(frame) / Math.max(1, compared.length);
  return (
    <section className="small-map">
      <header>
        <h2>
          <Link
            to="/w/$workspace/map/{-$map}"
            params={{ workspace, map: which.map }}
            search={{}}
            aria-label={t.opens(journey.title)}
          >
            {journey.title}
          </Link>
        </h2>
        <p className="quiet">{line}</p>
        <Figures state={state} compared={compared} />
      </header>
      <div
        ref={setFrame}
        className="small-drawing"
        style={{ "--columns": compared.length } as CSSProperties}
      >
        <SmallCurve compared={compared} width={width} strongest={strongest} />
        {spansOf(compared, 0).map(({ episode, first, last }) => (
          <div
            key={episode.id}
            className="small-episode"
            style={{ gridColumn: `${first + 1} / ${last + 2}` }}
          >
            <h3>{episode.title}</h3>
            <Pains columns={compared.slice(first, last + 1)} />
          </div>
        ))}
      </div>
    </section>
  );
}

function SmallCurve(props: {
  readonly compared: readonly ComparedColumn[];
  readonly width: number;
  readonly strongest: number;
}) {
  const { compared, width, strongest } = props;
  const t = compareText[useLanguage()];
  const { curves, zero } = curvesOf(compared, width, strongest);
  const [curve] = curves;
  if (!curve || curve.points.length === 0)
    return <p className="small-curve quiet">{t.small.nobody}</p>;
  const least = Math.min(...curve.points.map(({ feeling }) => feeling.value));
  const wide = width * compared.length;
  return (
    <svg
      className="small-curve"
      viewBox={`0 0 ${wide} ${CURVES}`}
      width={wide}
      height={CURVES}
      aria-hidden="true"
      data-tone="last"
    >
      <path className="compare-zero" d={`M0,${zero}H${wide}`} />
      <path className="compare-claimed" d={curve.claimed} />
      <path className="compare-measured" d={curve.measured} />
      {curve.points.map(({ x, y, feeling }) => (
        <circle
          key={x}
          cx={x}
          cy={y}
          r="3.6"
          data-kind={feeling.kind}
          data-lowest={(feeling.value === least && least < 0) || undefined}
        />
      ))}
    </svg>
  );
}

/** What a map says in figures, each with what it rests on. */
function Figures({ state, compared }: { state: Drawn; compared: readonly ComparedColumn[] }) {
  const t = compareText[useLanguage()];
  const { map } = useText();
  const f = useFormat();
  const { journey, overlay } = state;
  const felt = compared.flatMap(({ cells }) => {
    const [cell] = cells;
    const { feeling = null, standing = null } = cell ?? {};
    return feeling && standing ? [{ feeling, title: standing.touchpoint.title }] : [];
  });
  const lowest = felt.toSorted((a, b) => a.feeling.value - b.feeling.value)[0];
  const end = endOf(state);
  const said = [
    t.small.size(journey.episodes.length, compared.length),
    overlay && overlay.shown.journeys > 0
      ? map.journeys(f.number(overlay.shown.journeys), f.number(overlay.shown.of))
      : t.small.noFigures,
    ...(end === null
      ? []
      : [end === "unmeasured" ? t.small.endUnmeasured : t.small.stay(f.rate(end))]),
    ...(lowest ? [t.small.lowest(lowest.title, valueOf(lowest.feeling))] : []),
  ];
  function valueOf({ value, n, kind }: (typeof felt)[number]["feeling"]) {
    const rests = n === null ? map.kind[kind] : f.n(n);
    return `${shownFeeling(value, f)} (${rests})`;
  }
  return (
    <ul className="small-figures">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function Pains({ columns }: { readonly columns: readonly ComparedColumn[] }) {
  const t = compareText[useLanguage()];
  const pains = columns.flatMap(({ cells }) => cells[0]?.pains ?? []);
  if (pains.length === 0) return null;
  return (
    <ul className="compare-pain" aria-label={t.small.pains}>
      {pains.map(({ id, title, kind }) => (
        <li key={id}>
          <MarkedText text={title} kind={kind} />
        </li>
      ))}
    </ul>
  );
}
