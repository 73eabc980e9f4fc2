import { metricLines, type ShownMetric } from "../../core/map/sheet/shown-metric.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { PinnedTools } from "./pin/pinned-tools.tsx";

type Props = {
  readonly shown: ShownMetric;
  /** With what it rests on in full, the way to its question, and asking anew. */
  readonly full?: boolean;
};

/** A metric of the map: its name, and its figure where it is pinned to one. */
export function MetricFigure({ shown, full = false }: Props) {
  const t = useText().map;
  const f = useFormat();
  const { name, value, about, goals, few } = metricLines(shown, f, t.metric);
  const [interval, ...rest] = about;
  const { pinned } = shown.metric;
  return (
    <div className="cell-metric" data-few={few || undefined} data-full={full || undefined}>
      <p>
        {name} {value !== null && <strong>{value}</strong>}
      </p>
      {shown.wide && <p className="cell-about">{t.metric.wide}</p>}
      {interval !== undefined && <p>{[interval, ...rest].join(" · ")}</p>}
      {goals.map((goal) => (
        <p key={goal}>{goal}</p>
      ))}
      {full && pinned && <PinnedTools question={pinned.question} name={name} />}
    </div>
  );
}
