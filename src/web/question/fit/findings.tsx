import { Link } from "@tanstack/react-router";
import type { Journey } from "../../../core/map/journey.ts";
import type { Fit, FitTouchpoint } from "../../../core/question/fit/fit.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { adoptions, type Adoption } from "../../../core/question/fit/adopt.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../../map/edit/editing.ts";
import { FitStrip } from "./strip.tsx";
import { fitText } from "./text.ts";
import { useAdopting } from "./use-adopting.ts";
import "./fit.css";
import { FitFigures } from "./fit-figures.tsx";
import { RateFigure } from "../rate-figure.tsx";
import { runsOf } from "../route-steps.ts";
import { SortableTable } from "../sortable-table.tsx";
import { StepRuns } from "../step-runs.tsx";
import { TouchpointLabel } from "../touchpoint-label.tsx";

type Told = { readonly fit: Fit; readonly journey: Journey };

/** What a map and the data say of each other, and what the map can take over. */
export function FitFindings({ fit, journey: asked }: Told) {
  const t = useText().towards.fit;
  const workspace = useWorkspaceSlug();
  const adopt = useAdopting(workspace, asked.id);
  const journey = useEditing()?.journey ?? asked;
  const titles = new Map(
    journey.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id, title }) => [id, title])),
  );
  const titleOf = (id: string) => titles.get(id) ?? id;
  if (fit.touchpoints.length === 0) return <p className="none">{t.noBound}</p>;
  return (
    <>
      <Figures fit={fit} />
      <p>
        <Link to="/w/$workspace/map/{-$map}" params={{ workspace, map: journey.id }}>
          {t.toMap}
        </Link>
      </p>
      <FitStrip fit={fit} journey={journey} />
      <Deviations fit={fit} journey={journey} titleOf={titleOf} adopt={adopt} />
      <Undrawn fit={fit} titleOf={titleOf} adopt={adopt} />
      <Unseen fit={fit} titleOf={titleOf} adopt={adopt} />
      <Worst fit={fit} titleOf={titleOf} />
    </>
  );
}

/** The same of an answer that was kept: the map may be another by now, so its figures stand alone. */
export function FitKept(props: {
  readonly fit: Fit;
  /** Titles of what was drawn, by id. */
  readonly titles: ReadonlyMap<string, string>;
}) {
  const { fit, titles } = props;
  const t = useText().towards.fit;
  const titleOf = (id: string) => titles.get(id) ?? id;
  if (fit.touchpoints.length === 0) return <p className="none">{t.noBound}</p>;
  return (
    <>
      <Figures fit={fit} />
      <Deviations fit={fit} journey={null} titleOf={titleOf} adopt={null} />
      <Undrawn fit={fit} titleOf={titleOf} adopt={null} />
      <Unseen fit={fit} titleOf={titleOf} adopt={null} />
      <Worst fit={fit} titleOf={titleOf} />
    </>
  );
}

function Figures({ fit }: { readonly fit: Fit }) {
  const t = useText().towards.fit;
  return (
    <>
      <FitFigures fit={fit} />
      {fit.aligned < fit.journeys && (
        <p className="quiet">{t.aligned(fit.aligned, fit.journeys)}</p>
      )}
    </>
  );
}

type Titles = { readonly titleOf: (id: string) => string };
type Adopting = Titles & { readonly adopt: ReturnType<typeof useAdopting> };
const kinds = ["skipped", "otherOrder", "repeated", "notReached"] as const;

function Deviations(props: Adopting & { readonly fit: Fit; readonly journey: Journey | null }) {
  const { fit, journey, titleOf, adopt } = props;
  const t = useText().towards.fit;
  const words = fitText[useLanguage()];
  const deeds = new Map(
    fit.touchpoints.map((each) => [each.id, journey === null ? [] : adoptions(journey, each)]),
  );
  const offered = adopt !== null && [...deeds.values()].some((each) => each.length > 0);
  return (
    <>
      <h2 className="figure-title">{t.deviations}</h2>
      <SortableTable
        caption={t.deviations}
        rows={fit.touchpoints}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "touchpoint",
            label: t.touchpoint,
            render: ({ id }) => titleOf(id),
            by: ({ id }) => titleOf(id),
          },
          ...kinds.map((kind) => ({
            key: kind,
            label: t[kind],
            numeric: true,
            render: (each: FitTouchpoint) => <RateFigure rate={each[kind]} />,
            by: (each: FitTouchpoint) => each[kind].share,
          })),
          ...(offered
            ? [
                {
                  key: "adopt",
                  label: words.adopt,
                  render: ({ id }: FitTouchpoint) => (
                    <span className="fit-deeds">
                      {deeds.get(id)?.map((adoption) => (
                        <Adopt
                          key={adoption.do}
                          adoption={adoption}
                          what={titleOf(id)}
                          adopt={adopt}
                        />
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

type AdoptProps = {
  readonly adoption: Adoption;
  readonly what: string;
  readonly adopt: NonNullable<Adopting["adopt"]>;
};

function Adopt({ adoption, what, adopt }: AdoptProps) {
  const words = fitText[useLanguage()];
  const deed = words.deeds[adoption.do];
  return (
    <button
      type="button"
      className="link-button"
      aria-label={words.adoptOf(deed, what)}
      onClick={() => adopt(adoption, what)}
    >
      {deed}
    </button>
  );
}

function Undrawn({ fit, titleOf, adopt }: Adopting & { readonly fit: Fit }) {
  const t = useText().towards.fit;
  const words = fitText[useLanguage()];
  if (fit.undrawn.length === 0) return <p className="quiet">{t.allDrawn}</p>;
  return (
    <>
      <h2 className="figure-title">{t.undrawn}</h2>
      <p className="quiet">{t.undrawnLead}</p>
      <ScrollRegion label={t.undrawn}>
        <table className="figures">
          <caption className="visually-hidden">{t.undrawn}</caption>
          <thead>
            <tr>
              <th scope="col">{t.undrawn}</th>
              <th scope="col" data-numeric>
                {t.journeys}
              </th>
              <th scope="col">{t.after}</th>
              {adopt && <th scope="col">{words.adopt}</th>}
            </tr>
          </thead>
          <tbody>
            {fit.undrawn.map((undrawn) => {
              const { touchpoint, journeys, after } = undrawn;
              return (
                <tr key={touchpoint.code}>
                  <th scope="row">
                    <TouchpointLabel {...touchpoint} />
                  </th>
                  <td data-numeric>
                    <RateFigure rate={journeys} />
                  </td>
                  <td>{after === null ? t.first : titleOf(after)}</td>
                  {adopt && (
                    <td>
                      <Adopt
                        adoption={{ do: "draw", undrawn }}
                        what={touchpoint.label}
                        adopt={adopt}
                      />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Unseen({ fit, titleOf, adopt }: Adopting & { readonly fit: Fit }) {
  const t = useText().towards.fit;
  if (fit.unseen.length === 0) return null;
  return (
    <>
      <h2 className="figure-title">{t.unseen}</h2>
      <ul className="fit-unseen">
        {fit.unseen.map(({ id, bound }) => (
          <li key={id}>
            {titleOf(id)} <span className="quiet">{bound ? t.unseenBound : t.unseenLoose}</span>{" "}
            {adopt && bound && (
              <Adopt adoption={{ do: "remove", id }} what={titleOf(id)} adopt={adopt} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Worst({ fit, titleOf }: Titles & { readonly fit: Fit }) {
  const t = useText().towards.fit;
  const format = useFormat();
  if (fit.worst.length === 0) return null;
  return (
    <>
      <h2 className="figure-title">{t.worst}</h2>
      <ScrollRegion label={t.worst}>
        <table className="figures">
          <caption className="visually-hidden">{t.worst}</caption>
          <thead>
            <tr>
              <th scope="col" data-numeric>
                {t.journeys}
              </th>
              <th scope="col" data-numeric>
                {t.cost}
              </th>
              <th scope="col">{t.route}</th>
            </tr>
          </thead>
          <tbody>
            {fit.worst.map(({ steps, journeys, cost, example }) => (
              <tr key={example}>
                <td data-numeric>{format.number(journeys)}</td>
                <td data-numeric>{format.number(cost)}</td>
                <td>
                  {steps.length === 0 ? (
                    <span className="quiet">{t.offMap}</span>
                  ) : (
                    <StepRuns runs={runsOf(steps.map(titleOf))} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
