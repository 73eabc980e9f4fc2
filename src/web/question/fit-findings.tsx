import { Link } from "@tanstack/react-router";
import type { Journey } from "../../core/map/journey.ts";
import type { Fit, FitTouchpoint } from "../../core/question/fit/fit.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import "./fit.css";
import { FitFigures } from "./fit-figures.tsx";
import { RateFigure } from "./rate-figure.tsx";
import { runsOf } from "./route-steps.ts";
import { SortableTable } from "./sortable-table.tsx";
import { StepRuns } from "./step-runs.tsx";
import { TouchpointLabel } from "./touchpoint-label.tsx";

type Told = { readonly fit: Fit; readonly journey: Journey };

/** What a map and the data say of each other. */
export function FitFindings({ fit, journey }: Told) {
  const t = useText().towards.fit;
  const workspace = useWorkspaceSlug();
  const titles = new Map(
    journey.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id, title }) => [id, title])),
  );
  const titleOf = (id: string) => titles.get(id) ?? id;
  if (fit.touchpoints.length === 0) return <p className="none">{t.noBound}</p>;
  return (
    <>
      <FitFigures fit={fit} />
      {fit.aligned < fit.journeys && (
        <p className="quiet">{t.aligned(fit.aligned, fit.journeys)}</p>
      )}
      <p>
        <Link to="/w/$workspace/map/{-$map}" params={{ workspace, map: journey.id }}>
          {t.toMap}
        </Link>
      </p>
      <h2 className="figure-title">{t.deviations}</h2>
      <Deviations touchpoints={fit.touchpoints} titleOf={titleOf} />
      <Undrawn fit={fit} titleOf={titleOf} />
      <Unseen fit={fit} titleOf={titleOf} />
      <Worst fit={fit} titleOf={titleOf} />
    </>
  );
}

type Titles = { readonly titleOf: (id: string) => string };
const kinds = ["skipped", "otherOrder", "repeated", "notReached"] as const;

function Deviations(props: Titles & { readonly touchpoints: readonly FitTouchpoint[] }) {
  const t = useText().towards.fit;
  return (
    <SortableTable
      caption={t.deviations}
      rows={props.touchpoints}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "touchpoint",
          label: t.touchpoint,
          render: ({ id }) => props.titleOf(id),
          by: ({ id }) => props.titleOf(id),
        },
        ...kinds.map((kind) => ({
          key: kind,
          label: t[kind],
          numeric: true,
          render: (each: FitTouchpoint) => <RateFigure rate={each[kind]} />,
          by: (each: FitTouchpoint) => each[kind].share,
        })),
      ]}
    />
  );
}

function Undrawn({ fit, titleOf }: Titles & { readonly fit: Fit }) {
  const t = useText().towards.fit;
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
            </tr>
          </thead>
          <tbody>
            {fit.undrawn.map(({ touchpoint, journeys, after }) => (
              <tr key={touchpoint.code}>
                <th scope="row">
                  <TouchpointLabel {...touchpoint} />
                </th>
                <td data-numeric>
                  <RateFigure rate={journeys} />
                </td>
                <td>{after === null ? t.first : titleOf(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Unseen({ fit, titleOf }: Titles & { readonly fit: Fit }) {
  const t = useText().towards.fit;
  if (fit.unseen.length === 0) return null;
  return (
    <>
      <h2 className="figure-title">{t.unseen}</h2>
      <ul className="fit-unseen">
        {fit.unseen.map(({ id, bound }) => (
          <li key={id}>
            {titleOf(id)} <span className="quiet">{bound ? t.unseenBound : t.unseenLoose}</span>
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
