import type { Mean } from "../../../core/evidence/interval.ts";
import { FEW } from "../../../core/evidence/interval.ts";
import type {
  Believed,
  Perception,
  PerceptionGroup,
  Told,
} from "../../../core/question/perception/perception.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { nameOf } from "./group-name.ts";

/** Where a feeling of −1 … +1 stands, with a little room at the ends. */
function at(value: number): string {
  return `${3 + ((Math.min(1, Math.max(-1, value)) + 1) / 2) * 94}%`;
}

/** Per touchpoint, in the order of the map: what a group believes, what customers say, and what is between. */
export function Dumbbells(props: { readonly found: Perception; readonly group: PerceptionGroup }) {
  const { found, group } = props;
  const t = useText().perception;
  const format = useFormat();
  const sure = group.touchpoints.filter(({ gap }) => gap?.side).length;
  const said = t.pictureSaid(
    nameOf(group, t),
    format.number(sure),
    format.number(found.touchpoints.length),
  );
  const episodes = [...Map.groupBy(found.touchpoints.entries(), ([, { episode }]) => episode)];
  return (
    <div className="dumbbells" role="img" aria-label={said}>
      <p className="dumbbell-legend">
        <span data-what="believed">{t.we}</span>
        <span data-what="measured">{t.customers}</span>
        {found.touchpoints.some(({ customers }) => customers?.kind === "research") && (
          <span data-what="research">{t.research}</span>
        )}
      </p>
      <div className="dumbbell-row dumbbell-scale">
        <span />
        <span className="dumbbell-ends">
          <span>{t.feelings[0]}</span>
          <span>{t.feelings[2]}</span>
          <span>{t.feelings[4]}</span>
        </span>
        <span className="dumbbell-gap">{t.gap}</span>
      </div>
      {episodes.map(([episode, places]) => (
        <div key={episode}>
          <p className="dumbbell-episode">{episode}</p>
          {places.map(([nth, { id, title, customers }]) => (
            <Row key={id} title={title} customers={customers} own={group.touchpoints[nth]!} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Row(props: {
  readonly title: string;
  readonly customers: Told | null;
  readonly own: Believed;
}) {
  const { title, customers, own } = props;
  const { mean, gap } = own;
  const t = useText().perception;
  const format = useFormat();
  return (
    <div className="dumbbell-row" data-side={gap?.side ?? undefined}>
      <span className="dumbbell-title" dir="auto">
        {title}
      </span>
      <span className="dumbbell-picture">
        <svg width="100%" height="30" aria-hidden="true">
          <line className="dumbbell-axis" x1={at(-1)} x2={at(1)} y1="15" y2="15" />
          <line className="dumbbell-middle" x1={at(0)} x2={at(0)} y1="4" y2="26" />
          {mean && customers && (
            <line
              className="dumbbell-between"
              x1={at(mean.mean)}
              x2={at(customers.mean.mean)}
              y1="15"
              y2="15"
            />
          )}
          {customers && (
            <g
              className={`dumbbell-${customers.kind}`}
              data-few={(customers.kind === "measured" && customers.mean.n < FEW) || undefined}
            >
              <Spread mean={customers.mean} y="20" />
              <circle cx={at(customers.mean.mean)} cy="15" r="5" />
            </g>
          )}
          {mean && (
            <g className="dumbbell-believed">
              <Spread mean={mean} y="10" />
              <circle cx={at(mean.mean)} cy="15" r="5" />
            </g>
          )}
        </svg>
        {customers === null && <small>{t.cannotKnow}</small>}
        {mean === null && <small>{t.cannotTell}</small>}
      </span>
      <span className="dumbbell-gap">{gap ? format.signed(gap.value, 2) : ""}</span>
    </div>
  );
}

function Spread({ mean, y }: { readonly mean: Mean; readonly y: string }) {
  const { low, high } = mean;
  if (low === null || high === null) return null;
  return <line x1={at(low)} x2={at(high)} y1={y} y2={y} />;
}
