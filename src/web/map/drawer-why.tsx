import type { TouchpointDetail, TouchpointFigures } from "../../core/evidence/overlay.ts";
import type { Evidence } from "../../core/map/claim.ts";
import type { Shown } from "../../core/question/answers.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { Section } from "./drawer-section.tsx";
import { Mark } from "./mark.tsx";

/** What the figures are about. */
export type About = {
  readonly shown: Shown;
  readonly from: string | null;
  readonly to: string | null;
  readonly filtered: boolean;
};

type SourcesProps = {
  readonly sources: TouchpointDetail["sources"];
  readonly evidence: readonly Evidence[];
};

/** The sources in the data, and what the team says its drawing rests on. */
export function Sources({ sources, evidence }: SourcesProps) {
  const t = useText().map.drawer;
  const f = useFormat();
  if (sources.length === 0 && evidence.length === 0) return null;
  return (
    <Section title={t.sources} section="sources">
      <ul className="drawer-sources">
        {sources.map(({ source, events }) => (
          <li key={source}>
            <Mark kind="measured" /> {source}
            <span className="figure-range">{t.sourceEvents(f.number(events))}</span>
          </li>
        ))}
        {evidence.map(({ kind, source, n, date, link }) => (
          <li key={`${kind} ${source} ${date}`}>
            <Mark kind={kind} /> {link ? <a href={link}>{source ?? link}</a> : source}
            <span className="figure-range">
              {[n === undefined ? "" : f.n(n), date === undefined ? "" : f.date(date)]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type WhyProps = { readonly figures: TouchpointFigures | null; readonly about: About };

/** How it was counted, over what. */
export function Why({ figures, about: { shown, from, to, filtered } }: WhyProps) {
  const t = useText().map.drawer;
  const f = useFormat();
  return (
    <Section title={t.why}>
      <p className="drawer-why">
        {figures && `${t.counted(f.number(figures.events), f.number(figures.codes.length))} `}
        {t.shown(f.number(shown.journeys), f.number(shown.of), f.period(from, to))}{" "}
        {filtered && `${t.filtered} `}
        {t.intervals}
      </p>
    </Section>
  );
}
