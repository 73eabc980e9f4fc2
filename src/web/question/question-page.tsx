import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { AnswerOf, QuestionName } from "../../protocol/question/savable.ts";
import type { CallParams } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useText } from "../language/text.ts";
import { useFilter } from "./filter-address.ts";
import { FilterBar } from "./filter-bar.tsx";
import "./question.css";
import { SaveQuestion } from "./saved/save-question.tsx";
import { Why } from "./why.tsx";

/**
 * A question: its title, which journeys it is about, the answer, and how the figures are counted.
 * While a changed filter is being answered the last answer stays, dimmed.
 */
export function QuestionPage<N extends QuestionName>(props: {
  /** What is asked, so that it can be saved. */
  readonly question: N;
  readonly asked: CallParams<N>;
  readonly title: string;
  readonly lead?: string;
  readonly why: string;
  /** What else is asked beside the filter, in words that open. */
  readonly asks?: ReactNode;
  readonly answer: UseQueryResult<AnswerOf<N>>;
  /** It has something to say where no journey is shown. */
  readonly always?: true;
  readonly children: (answer: AnswerOf<N>) => ReactNode;
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
        <SaveQuestion question={props.question} asked={props.asked} title={props.title} />
      </header>
      {answer.isError ? (
        <Trouble error={answer.error} onAgain={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Waiting />
      ) : answer.data.shown.journeys === 0 && props.always !== true ? (
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
