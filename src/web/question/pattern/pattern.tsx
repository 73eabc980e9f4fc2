import { bindTouchpoints } from "../../../core/map/binding.ts";
import type { TouchpointName } from "../../../core/question/answers.ts";
import { automatonOf } from "../../../core/question/pattern/automaton.ts";
import { writePattern, type Expression } from "../../../core/question/pattern/expression.ts";
import type { Fault } from "../../../core/question/pattern/fault.ts";
import { readPattern } from "../../../core/question/pattern/read.ts";
import { useQuery } from "@tanstack/react-query";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { useAsks } from "../asks.ts";
import { useFilter } from "../filter-address.ts";
import { FilterBar } from "../filter-bar.tsx";
import { QuestionPage } from "../question-page.tsx";
import { PatternAnswer } from "./pattern-answer.tsx";
import { PatternForm } from "./pattern-form.tsx";
import { PatternWords } from "./pattern-words.tsx";
import "./pattern.css";

/** Which journeys hold a pattern that is written or put together. */
export function PatternRoute() {
  const workspace = useWorkspaceSlug();
  const facets = useAnswer("facets", { workspace });
  const [{ pattern: text }] = useAsks();
  if (facets.isError) return <Trouble error={facets.error} onAgain={() => void facets.refetch()} />;
  if (facets.data === undefined) return <Waiting />;
  const { touchpoints, segments } = facets.data;
  const read = text === undefined ? null : understood(text, touchpoints);
  return read !== null && "expression" in read ? (
    <Asked
      expression={read.expression}
      touchpoints={touchpoints}
      names={new Map(segments.map(({ id, name }) => [id, name]))}
    />
  ) : (
    <Unasked text={text ?? ""} fault={read?.fault ?? null} touchpoints={touchpoints} />
  );
}

type Understood = { readonly expression: Expression } | { readonly fault: Fault };

/** A pattern that can be read, of touchpoints that the data has; or what is wrong with it. */
function understood(text: string, touchpoints: readonly TouchpointName[]): Understood {
  const read = readPattern(text);
  if ("fault" in read) return read;
  const automaton = automatonOf(read.expression, touchpoints, read.places);
  return "fault" in automaton ? automaton : { expression: read.expression };
}

function Asked(props: {
  readonly expression: Expression;
  readonly touchpoints: readonly TouchpointName[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const { expression, touchpoints, names } = props;
  const workspace = useWorkspaceSlug();
  const t = useText().pattern;
  const [filter] = useFilter();
  const asked = { workspace, filter, pattern: writePattern(expression) };
  const answer = useAnswer("pattern", asked);
  const language = useLanguage();
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="pattern"
      asked={asked}
      answer={answer}
      asks={
        <>
          <PatternWords
            key={writePattern(expression)}
            text={writePattern(expression, language)}
            fault={null}
          />
          <PatternForm expression={expression} touchpoints={touchpoints} />
        </>
      }
    >
      {(found) => <PatternAnswer found={found} names={names} />}
    </QuestionPage>
  );
}

/** Nothing asked yet, or nothing that can be understood. */
function Unasked(props: {
  readonly text: string;
  readonly fault: Fault | null;
  readonly touchpoints: readonly TouchpointName[];
}) {
  const workspace = useWorkspaceSlug();
  const t = useText().pattern;
  const language = useLanguage();
  const [filter, setFilter] = useFilter();
  const [, ask] = useAsks();
  const examples = useExamples(props.touchpoints);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <FilterBar workspace={workspace} filter={filter} onChange={setFilter} />
        <PatternWords key={props.text} text={props.text} fault={props.fault} />
        <PatternForm expression={null} touchpoints={props.touchpoints} />
      </header>
      <div className="none">
        <p>{t.unasked}</p>
        <ul className="pattern-examples">
          {examples.map((expression) => (
            <li key={writePattern(expression)}>
              <button
                type="button"
                className="link-button"
                onClick={() => ask({ pattern: writePattern(expression) })}
              >
                {writePattern(expression, language)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Patterns to begin with, of the touchpoints that stand on the first map, else of those of the data. */
function useExamples(touchpoints: readonly TouchpointName[]): Expression[] {
  const workspace = useWorkspaceSlug();
  const first = useAnswer("maps", { workspace }).data?.[0]?.id;
  const drawn = useQuery({
    queryKey: ["map", { workspace, map: first }],
    enabled: first !== undefined,
    queryFn: ({ signal }) => call("map", { workspace, map: first ?? "" }, signal),
  });
  const bound = drawn.data ? bindTouchpoints(drawn.data, touchpoints) : [];
  const names = new Map(touchpoints.map(({ code, label }) => [code, label]));
  const onMap = bound.flatMap(({ codes }) => {
    const label = names.get(codes[0] ?? 0);
    return label === undefined ? [] : [label];
  });
  const labels = onMap.length > 2 ? onMap : touchpoints.map(({ label }) => label);
  const [start, next] = labels;
  const end = labels.at(-1);
  if (start === undefined || next === undefined || end === undefined) return [];
  const part = (label: string, times = 1) => ({
    what: { labels: [label], but: false },
    direct: false,
    times,
    row: false,
  });
  const plain = {
    starts: false,
    ends: false,
    within: null,
    without: [],
    unpreceded: [],
    unfollowed: [],
  };
  return [
    { ...plain, parts: [part(next, 2)], within: { amount: 7, unit: "day" } },
    { ...plain, parts: [part(start), part(next)], unfollowed: [end] },
    { ...plain, parts: [part(next)], ends: true },
  ];
}
