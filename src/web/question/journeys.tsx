import { Link, useSearch } from "@tanstack/react-router";
import type { JourneyRow, Journeys } from "../../core/question/answers.ts";
import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { useFilter } from "./filter-address.ts";
import { QuestionPage } from "./question-page.tsx";
import { runsOf } from "./route-steps.ts";
import { StepRuns } from "./step-runs.tsx";

const PAGE = 50;
const SHORT = 8;

export function JourneysRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().question.journeys;
  const [filter] = useFilter();
  const { route, offset = 0 } = useSearch({ strict: false });
  const asked = {
    workspace,
    filter,
    limit: PAGE,
    offset,
    ...(route !== undefined && { route }),
  };
  const answer = useAnswer("journeys", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="journeys"
      asked={asked}
      answer={answer}
    >
      {(journeys) => (
        <>
          {route !== undefined && (
            <p className="one-route">
              {t.ofRoute}{" "}
              <Link
                to="/w/$workspace/journeys"
                params={{ workspace }}
                search={({ filter }) => (filter === undefined ? {} : { filter })}
              >
                {t.allRoutes}
              </Link>
            </p>
          )}
          <JourneyTable answer={journeys} />
          <Pages offset={offset} total={journeys.total} />
        </>
      )}
    </QuestionPage>
  );
}

function JourneyTable({ answer }: { readonly answer: Journeys }) {
  const t = useText().question.journeys;
  const workspace = useWorkspaceSlug();
  const format = useFormat();
  return (
    <ScrollRegion label={t.title}>
      <table className="figures stacked">
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.journey}</th>
            <th scope="col">{t.start}</th>
            <th scope="col" data-numeric>
              {t.duration}
            </th>
            <th scope="col" data-numeric>
              {t.steps}
            </th>
            <th scope="col">{t.path}</th>
          </tr>
        </thead>
        <tbody>
          {answer.journeys.map((journey) => (
            <tr key={journey.id}>
              <th scope="row">
                <Link
                  to="/w/$workspace/people/$person"
                  params={{ workspace, person: journey.person }}
                  search={({ filter }) => (filter === undefined ? {} : { filter })}
                  hash={journey.id}
                >
                  {journey.name.startsWith(journey.person)
                    ? t.ofCustomer(journey.person.slice(-4))
                    : journey.name}
                </Link>
              </th>
              <td className="no-wrap">{format.date(journey.start)}</td>
              <td data-numeric className="no-wrap">
                {format.duration((Date.parse(journey.end) - Date.parse(journey.start)) / 1000)}
              </td>
              <td data-numeric data-label={t.steps}>
                {format.number(journey.steps)}
              </td>
              <td>
                <JourneyPath journey={journey} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function JourneyPath({ journey }: { readonly journey: JourneyRow }) {
  const t = useText().question;
  const runs = runsOf(journey.path).slice(0, SHORT);
  const told = runs.reduce((sum, { times }) => sum + times, 0);
  return (
    <StepRuns runs={runs}>
      {journey.steps > told && (
        <li className="steps-rest">{t.journeys.more(journey.steps - told)}</li>
      )}
    </StepRuns>
  );
}

function Pages(props: { readonly offset: number; readonly total: number }) {
  const { offset, total } = props;
  const t = useText().question.journeys;
  const workspace = useWorkspaceSlug();
  if (total <= PAGE) return null;
  const to = { to: "/w/$workspace/journeys", params: { workspace } } as const;
  return (
    <p className="pages">
      <span>{t.page(offset + 1, Math.min(total, offset + PAGE), total)}</span>
      {offset > 0 && (
        <Link {...to} search={(before) => ({ ...before, offset: Math.max(0, offset - PAGE) })}>
          {t.previous}
        </Link>
      )}
      {offset + PAGE < total && (
        <Link {...to} search={(before) => ({ ...before, offset: offset + PAGE })}>
          {t.next}
        </Link>
      )}
    </p>
  );
}
