import { Fragment } from "react";
import type { Journey, Touchpoint } from "../../../core/map/journey.ts";
import type { Fit, FitTouchpoint, Undrawn } from "../../../core/question/fit/fit.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { fitText } from "./text.ts";

/** From this share of the journeys on, what is not drawn stands between the touchpoints. */
const NOTABLE = 0.05;
const deviations = ["repeated", "otherOrder", "skipped", "notReached"] as const;
const parts = ["drawn", ...deviations] as const;
type Part = (typeof parts)[number];

/**
 * The map, and over each touchpoint what the journeys do there; between them what nobody drew. All of
 * it stands in the tables below as well, so here it is only for the eye.
 */
export function FitStrip({ fit, journey }: { readonly fit: Fit; readonly journey: Journey }) {
  const t = fitText[useLanguage()];
  const touchpoints = new Map(fit.touchpoints.map((each) => [each.id, each]));
  const bound = new Map(fit.unseen.map((each) => [each.id, each.bound]));
  const between = Map.groupBy(
    fit.undrawn.filter(({ journeys }) => (journeys.share ?? 0) >= NOTABLE),
    ({ after }) => after,
  );
  return (
    <section className="fit-strip-frame">
      <h2 className="figure-title">{t.onMap}</h2>
      <p className="quiet">{t.onMapLead}</p>
      <p className="fit-key">
        {parts.map((part) => (
          <span key={part}>
            <i data-part={part} /> {t.parts[part]}
          </span>
        ))}
        <span>
          <i data-part="undrawn" /> {t.undrawn}
        </span>
      </p>
      <ScrollRegion label={t.onMap}>
        <div className="fit-strip" aria-hidden="true">
          {(between.get(null) ?? []).length > 0 && (
            <div className="fit-episode">
              <b />
              <div className="fit-stops">
                <Ghosts undrawn={between.get(null)} />
              </div>
            </div>
          )}
          {journey.episodes.map((episode) => (
            <div key={episode.id} className="fit-episode">
              <b>{episode.title}</b>
              <div className="fit-stops">
                {episode.touchpoints.map((touchpoint) => (
                  <Fragment key={touchpoint.id}>
                    <Stop
                      touchpoint={touchpoint}
                      found={touchpoints.get(touchpoint.id)}
                      unseen={bound.get(touchpoint.id)}
                    />
                    <Ghosts undrawn={between.get(touchpoint.id)} />
                  </Fragment>
                ))}
              </div>
            </div>
          ))}
        </div>
      </ScrollRegion>
    </section>
  );
}

function Stop(props: {
  readonly touchpoint: Touchpoint;
  readonly found: FitTouchpoint | undefined;
  /** Whether it is bound to events that nobody made; undefined where it was seen. */
  readonly unseen: boolean | undefined;
}) {
  const t = fitText[useLanguage()];
  const format = useFormat();
  const { touchpoint, found, unseen } = props;
  const { title, optional, repeats } = touchpoint;
  if (!found || unseen !== undefined)
    return (
      <div className="fit-stop" data-unseen>
        <span className="fit-bar" />
        <span className="fit-title">{title}</span>
        <small>{unseen === true ? t.unseen : t.cannotKnow}</small>
      </div>
    );
  const shares = sharesOf(found);
  return (
    <div className="fit-stop">
      <span className="fit-bar">
        {parts.map((part) => (
          <i key={part} data-part={part} style={{ blockSize: `${shares[part] * 100}%` }} />
        ))}
      </span>
      <span className="fit-share">{format.percent(shares.drawn)}</span>
      <span className="fit-title">{title}</span>
      {deviations
        .filter((part) => shares[part] >= NOTABLE)
        .map((part) => (
          <small key={part}>
            {format.percent(shares[part])} {t.parts[part]}
          </small>
        ))}
      {optional && <small>{t.optional}</small>}
      {repeats && <small>{t.repeats}</small>}
    </div>
  );
}

function Ghosts({ undrawn = [] }: { readonly undrawn: readonly Undrawn[] | undefined }) {
  const t = fitText[useLanguage()];
  const format = useFormat();
  return undrawn.map(({ touchpoint, journeys }) => (
    <div key={touchpoint.code} className="fit-stop" data-ghost>
      <span className="fit-bar">
        <i data-part="undrawn" style={{ blockSize: `${(journeys.share ?? 0) * 100}%` }} />
      </span>
      <span className="fit-share">{format.percent(journeys.share)}</span>
      <span className="fit-title">{touchpoint.label}</span>
      <small>{t.undrawn}</small>
    </div>
  ));
}

/** Each journey is in one part; they add up to all. */
function sharesOf(found: FitTouchpoint): Record<Part, number> {
  const of = (part: (typeof deviations)[number]) => found[part].share ?? 0;
  const rest = deviations.reduce((sum, part) => sum + of(part), 0);
  return {
    drawn: Math.max(0, 1 - rest),
    repeated: of("repeated"),
    otherOrder: of("otherOrder"),
    skipped: of("skipped"),
    notReached: of("notReached"),
  };
}
