import { END, START } from "../../core/question/answers.ts";
import type { Flow, FlowEdge } from "../../core/question/answers.ts";
import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { useFilter } from "./filter-address.ts";
import { toggled, withParts } from "./filter-change.ts";
import type { Chosen } from "./flow-drawing.tsx";
import { useStill } from "./still.ts";

const LISTED = 8;

/** What is known of the chosen touchpoint or way, and the journeys to narrow down to. */
export function FlowDetails(props: {
  readonly flow: Flow;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen | null) => void;
}) {
  const { flow, chosen, onChoose } = props;
  const t = useText();
  return (
    <aside className="flow-details">
      <button type="button" className="word-button" onClick={() => onChoose(null)}>
        {t.app.close}
      </button>
      {"node" in chosen ? (
        <NodeDetails flow={flow} label={chosen.node} onChoose={onChoose} />
      ) : (
        <EdgeDetails
          from={chosen.from}
          to={chosen.to}
          edge={flow.edges.find(({ from, to }) => from === chosen.from && to === chosen.to)}
        />
      )}
    </aside>
  );
}

function NodeDetails(props: {
  readonly flow: Flow;
  readonly label: string;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const { label } = props;
  const still = useStill();
  const t = useText().question;
  const byCount = (a: FlowEdge, b: FlowEdge) => b.count - a.count;
  const into = props.flow.edges.filter(({ to }) => to === label).toSorted(byCount);
  const out = props.flow.edges.filter(({ from }) => from === label).toSorted(byCount);
  return (
    <>
      <h2>{t.step(label)}</h2>
      {!still && <NarrowToNode label={label} />}
      <Ways title={t.flow.arrives} edges={into} side="from" onChoose={props.onChoose} />
      <Ways title={t.flow.leaves} edges={out} side="to" onChoose={props.onChoose} />
    </>
  );
}

function Ways(props: {
  readonly title: string;
  readonly edges: readonly FlowEdge[];
  readonly side: "from" | "to";
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const t = useText().question;
  const format = useFormat();
  if (props.edges.length === 0) return null;
  return (
    <>
      <h3>{props.title}</h3>
      <ul className="flow-ways">
        {props.edges.slice(0, LISTED).map((edge) => (
          <li key={edge[props.side]}>
            <button
              type="button"
              className="link-button"
              onClick={() => props.onChoose({ from: edge.from, to: edge.to })}
            >
              {t.step(edge[props.side])}
            </button>
            <span className="flow-ways-figure">
              {format.number(edge.count)}
              {edge.medianSeconds !== null && ` · ${format.duration(edge.medianSeconds)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function EdgeDetails(props: {
  readonly from: string;
  readonly to: string;
  readonly edge: FlowEdge | undefined;
}) {
  const { from, to, edge } = props;
  const still = useStill();
  const t = useText().question;
  const format = useFormat();
  return (
    <>
      <h2>
        {t.step(from)} → {t.step(to)}
      </h2>
      {edge !== undefined && (
        <dl className="flow-facts">
          <dt>{t.flow.times}</dt>
          <dd>{format.number(edge.count)}</dd>
          <dt>{t.flow.share}</dt>
          <dd>{format.rate(edge.share)}</dd>
          <dt>{t.flow.wait}</dt>
          <dd>{format.duration(edge.medianSeconds)}</dd>
          <dt>{t.flow.quartiles}</dt>
          <dd>
            {format.duration(edge.p25Seconds)} – {format.duration(edge.p75Seconds)}
          </dd>
        </dl>
      )}
      {!still && <NarrowToEdge from={from} to={to} />}
    </>
  );
}

/** Codes of touchpoints by their label; START, END and the rest have none. */
function useCodes(): ReadonlyMap<string, number> {
  const facets = useAnswer("facets", { workspace: useWorkspaceSlug() }).data;
  return new Map(facets?.touchpoints.map(({ label, code }) => [label, code]));
}

function NarrowToNode({ label }: { readonly label: string }) {
  const t = useText().question.flow;
  const [filter, setFilter] = useFilter();
  const code = useCodes().get(label);
  if (code === undefined) return null;
  const narrow = (part: "passed" | "notPassed") => () =>
    setFilter(withParts(filter, { [part]: toggled(filter[part], code) }));
  return (
    <p className="flow-narrow">
      <button type="button" className="link-button" onClick={narrow("passed")}>
        {t.onlyPassed(label)}
      </button>
      <button type="button" className="link-button" onClick={narrow("notPassed")}>
        {t.without(label)}
      </button>
    </p>
  );
}

function NarrowToEdge({ from, to }: { readonly from: string; readonly to: string }) {
  const t = useText().question;
  const [filter, setFilter] = useFilter();
  const codes = useCodes();
  const [first, second] = [codes.get(from), codes.get(to)];
  if (from === START || to === END || first === undefined || second === undefined) return null;
  return (
    <p className="flow-narrow">
      <button
        type="button"
        className="link-button"
        onClick={() => setFilter(withParts(filter, { inOrder: [first, second] }))}
      >
        {t.flow.onlyEdge(from, to)}
      </button>
    </p>
  );
}
