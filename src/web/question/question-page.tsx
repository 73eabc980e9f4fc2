import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Shown } from "../../core/question/answers.ts";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useText } from "../language/text.ts";
import { useFilter } from "./filter-address.ts";
import { FilterBar } from "./filter-bar.tsx";
import "./question.css";
import { Why } from "./why.tsx";

/**
 * A question: its title, which journeys it is about, the answer, and how the figures are counted.
 * While a changed filter is being answered the last answer stays, dimmed.
 */
export function QuestionPage<A extends { readonly shown: Shown }>(props: {
  readonly title: string;
  readonly lead?: string;
  readonly why: string;
  /** What else is asked beside the filter, in words that open. */
  readonly asks?: ReactNode;
  readonly answer: UseQueryResult<A>;
  readonly children: (answer: A) => ReactNode;
}) {
  const { answer } = props;
  const t = useText().question;
  const [filter, setFilter] = useFilter();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{props.title}</h1>
        {props.lead !== undefined && <p className="lead">{props.lead}</p>}
        <FilterBar
          workspace={useWorkspaceSlug()}
          filter={filter}
          onChange={setFilter}
          shown={answer.data?.shown}
        />
        {props.asks}
      </header>
      {answer.isError ? (
        <Trouble error={answer.error} onAgain={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Waiting />
      ) : answer.data.shown.journeys === 0 ? (
        <div className="none">
          <h2>{t.none}</h2>
          <p>{t.noneHint}</p>
        </div>
      ) : (
        <div className="answer" data-old={answer.isPlaceholderData || undefined}>
          {props.children(answer.data)}
          <Why>{props.why}</Why>
        </div>
      )}
    </div>
  );
}
