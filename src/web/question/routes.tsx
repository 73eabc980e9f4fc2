import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Route, Routes } from "../../core/question/answers.ts";
import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { DurationFigure } from "./duration-figure.tsx";
import { useFilter } from "./filter-address.ts";
import { QuestionPage } from "./question-page.tsx";
import { RateFigure } from "./rate-figure.tsx";
import { cumulativeShares, runsOf } from "./route-steps.ts";
import { useStill } from "./still.ts";
import { StepRuns } from "./step-runs.tsx";

const PAGE = 25;
const MOST = 1000;
const SHORT = 12;

export function RoutesRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().question.routes;
  const [filter] = useFilter();
  const [limit, setLimit] = useState(PAGE);
  const asked = { workspace, filter, limit };
  const answer = useAnswer("routes", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="routes"
      asked={asked}
      answer={answer}
    >
      {(routes) => (
        <>
          <RoutesTaken answer={routes} />
          {routes.total > routes.routes.length && limit < MOST && (
            <button
              type="button"
              className="link-button"
              onClick={() => setLimit(Math.min(MOST, limit * 4))}
            >
              {t.more}
            </button>
          )}
        </>
      )}
    </QuestionPage>
  );
}

/** The routes that are listed, and how many are not. */
export function RoutesTaken({ answer }: { readonly answer: Routes }) {
  return (
    <>
      <RouteTable answer={answer} />
      <RouteRest answer={answer} />
    </>
  );
}

function RouteRest({ answer }: { readonly answer: Routes }) {
  const t = useText().question.routes;
  const format = useFormat();
  const share = format.percent(answer.rest / answer.journeys);
  return (
    <p className="quiet">
      {t.total(answer.total)}
      {answer.rest > 0 && ` · ${t.rest(answer.rest, share)}`}
    </p>
  );
}

function RouteTable({ answer }: { readonly answer: Routes }) {
  const t = useText().question.routes;
  const format = useFormat();
  const together = cumulativeShares(
    answer.routes.map(({ count }) => count),
    answer.journeys,
  );
  const most = answer.routes[0]?.share.high ?? 1;
  return (
    <ScrollRegion label={t.title}>
      <table className="figures stacked">
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col" data-numeric>
              {t.count}
            </th>
            <th scope="col" data-numeric>
              {t.share}
            </th>
            <th scope="col" data-numeric>
              {t.cumulative}
            </th>
            <th scope="col" data-numeric>
              {t.duration}
            </th>
            <th scope="col">{t.route}</th>
          </tr>
        </thead>
        <tbody>
          {answer.routes.map((route, place) => (
            <tr key={route.id}>
              <td data-numeric data-label={t.count}>
                {format.number(route.count)}
              </td>
              <td data-numeric>
                <RateFigure bar rate={route.share} most={most} />
              </td>
              <td data-numeric data-label={t.cumulative} className="quiet-cell">
                {format.percent(together[place] ?? null)}
              </td>
              <td data-numeric>
                <DurationFigure duration={route.duration} />
              </td>
              <td>
                <RouteSteps route={route} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function RouteSteps({ route }: { readonly route: Route }) {
  const t = useText().question;
  const workspace = useWorkspaceSlug();
  const still = useStill();
  const [all, setAll] = useState(false);
  const runs = runsOf(route.steps);
  return (
    <>
      <StepRuns runs={all ? runs : runs.slice(0, SHORT)} />
      <p className="steps-more">
        {runs.length > SHORT && (
          <button type="button" className="link-button" onClick={() => setAll(!all)}>
            {all ? t.routes.fewer : t.routes.all(route.steps.length)}
          </button>
        )}
        {!still && (
          <Link
            to="/w/$workspace/journeys"
            params={{ workspace }}
            search={(before) => ({ ...before, route: route.id })}
          >
            {t.routes.journeys}
          </Link>
        )}
      </p>
    </>
  );
}
