import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { isFew } from "./cell-note.ts";
import { FEW } from "../../core/evidence/interval.ts";
import { shownFeeling } from "../../core/map/sheet/shown-feeling.ts";
import { toldFeelings } from "../../core/map/sheet/told-feeling.ts";
import { ChannelIcon } from "./channel-icon.tsx";
import type { Column } from "../../core/map/sheet/column.ts";
import type { Drawing } from "./drawing.ts";
import { Mark, MarkedText } from "./mark.tsx";
import { RichText } from "./rich-text.tsx";
import { Spark } from "./spark.tsx";
import { HeadTalk } from "./talk/head-talk.tsx";
import { NoteMark } from "./workshop/note-mark.tsx";

type Props = {
  readonly drawing: Drawing;
  readonly onOpen: (touchpoint: string) => void;
};

/** The map to be read from top to bottom: on a phone, or aloud. */
export function MapList({ drawing, onOpen }: Props) {
  return (
    <div className="map-list">
      {drawing.spans.map(({ id, title, first, last }) => {
        const columns = drawing.columns.slice(first, last + 1);
        const goal = columns[0]?.episode.goal;
        return (
          <section key={id} className="list-episode">
            <h2 className="list-episode-title">{title}</h2>
            <HeadTalk id={id} title={title} stop />
            {goal && <RichText className="list-goal" text={goal} />}
            <ol>
              {columns.map((column) => (
                <Touchpoint key={column.index} column={column} drawing={drawing} onOpen={onOpen} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

type TouchpointProps = Props & { readonly column: Column };

function Touchpoint({ column, drawing, onOpen }: TouchpointProps) {
  const t = useText().map;
  const { touchpoint, feeling, pains, opportunities, sayings, kind } = column;
  const [saying] = sayings;
  return (
    <li className="list-touchpoint">
      <h3>
        <button type="button" className="list-open" onClick={() => onOpen(touchpoint.id)}>
          {touchpoint.title}
        </button>
      </h3>
      <p className="reached-by">
        {touchpoint.channel && (
          <>
            <ChannelIcon channel={touchpoint.channel} />
            {t.channel[touchpoint.channel]}
          </>
        )}
        <Mark kind={kind} />
        <NoteMark touchpoint={touchpoint.id} />
      </p>
      <HeadTalk id={touchpoint.id} title={touchpoint.title} stop />
      <Feelings column={column} drawing={drawing} />
      <Numbers column={column} long={drawing.longWaits.has(column.index)} />
      {feeling === null && saying === undefined && touchpoint.doing && (
        <RichText text={touchpoint.doing} />
      )}
      {saying && (
        <p className="cell-quote">
          <MarkedText text={t.quote(saying.text)} kind={saying.kind} />
        </p>
      )}
      {pains.map(({ title, text, kind }) => (
        <div key={title} className="cell-pain">
          <strong>
            <MarkedText text={title} kind={kind} />
          </strong>
          {text && <RichText className="cell-pain-text" text={text} />}
        </div>
      ))}
      {opportunities.map(({ title, kind }) => (
        <div key={title} className="cell-opportunity">
          <MarkedText text={title} kind={kind} />
        </div>
      ))}
    </li>
  );
}

function Feelings({ column, drawing }: Omit<TouchpointProps, "onOpen">) {
  const t = useText().map;
  const f = useFormat();
  const { chosen } = drawing.emotion;
  return toldFeelings(column, t).map(({ name, feeling }) => {
    const lowest = chosen.curve.lowest === column.index && name === (chosen.persona?.name ?? null);
    return (
      <div key={name} className="list-feeling" data-lowest={lowest || undefined}>
        <Spark feeling={feeling} />
        <span data-few={isFew(feeling) || undefined}>
          {name !== null && `${name}: `}
          <strong>{shownFeeling(feeling.value, f)}</strong>{" "}
          {feeling.kind === "measured" ? "" : t.kind[feeling.kind]}
          {lowest ? ` · ${t.lowest}` : ""}
          {feeling.n !== null && <small> {f.n(feeling.n)}</small>}
        </span>
      </div>
    );
  });
}

function Numbers({ column, long }: { readonly column: Column; readonly long: boolean }) {
  const t = useText().map;
  const f = useFormat();
  const { figures, still } = column;
  if (!figures) return null;
  const wait = figures.wait.medianSeconds;
  return (
    <dl className="list-numbers" data-few={figures.journeys < FEW || undefined}>
      <div>
        <dt>{t.lane.stream}</dt>
        <dd>{f.percent(still)}</dd>
      </div>
      <div>
        <dt>{t.figure.people}</dt>
        <dd>{f.number(figures.people)}</dd>
      </div>
      <div>
        <dt>{t.figure.leave}</dt>
        <dd>{f.percent(figures.leave.share)}</dd>
      </div>
      {wait !== null && (
        <div data-long={long || undefined}>
          <dt>{t.lane.wait}</dt>
          <dd>{f.duration(wait)}</dd>
        </div>
      )}
    </dl>
  );
}
