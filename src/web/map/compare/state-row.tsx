import { Link } from "@tanstack/react-router";
import type { Change } from "../../../core/map/changes.ts";
import type { ComparedCell, ComparedClaim, ComparedColumn } from "../../../core/map/compare.ts";
import { felt } from "../../../core/map/compare.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { shownFeeling } from "../../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { ChannelIcon } from "../channel-icon.tsx";
import { MarkedText } from "../mark.tsx";
import { softened } from "../soft-hyphen.ts";
import { MoveArcs } from "./move-arcs.tsx";
import { spansOf } from "./spans.ts";
import { compareText } from "./text.ts";
import { useStateLine } from "./state-line.ts";
import type { Which } from "./which.ts";

type Props = {
  readonly workspace: string;
  readonly which: Which;
  readonly journey: Journey;
  readonly compared: readonly ComparedColumn[];
  readonly at: number;
  readonly width: number;
  readonly changes: readonly Change[];
  readonly about: string | null;
  readonly onAbout: (touchpoint: string) => void;
};

/** One state: its episodes and touchpoints in the shared columns, and what went from the state above. */
export function StateRow(props: Props) {
  const { workspace, which, journey, compared, at } = props;
  const t = compareText[useLanguage()];
  const line = useStateLine(workspace, which, journey);
  const moves = compared.some(({ cells }) => cells[at]?.what === "moved");
  return (
    <section className="compare-state" data-moves={moves || undefined}>
      <header>
        <h2>
          {which.version === null ? (
            <Link
              to="/w/$workspace/map/{-$map}"
              params={{ workspace, map: which.map }}
              search={{}}
              aria-label={t.opens(journey.title)}
            >
              {journey.title}
            </Link>
          ) : (
            journey.title
          )}
        </h2>
        <p className="quiet">{line}</p>
      </header>
      {moves && <MoveArcs compared={compared} at={at} width={props.width} />}
      {spansOf(compared, at).map(({ episode, first, last, gone }) => (
        <div
          key={`${episode.id} ${first}`}
          className="compare-episode"
          data-gone={gone || undefined}
          style={{ gridColumn: `${first + 1} / ${last + 2}` }}
        >
          <h3>{gone ? <del>{episode.title}</del> : episode.title}</h3>
          <ol>
            {compared.slice(first, last + 1).map((column, place) => (
              <Touchpoint key={`${column.id} ${place}`} {...props} column={column} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Touchpoint(props: Props & { readonly column: ComparedColumn }) {
  const { workspace, which, column, at, about } = props;
  const t = compareText[useLanguage()];
  const { channel: channels } = useText().map;
  const cell = column.cells[at];
  const ghost = cell?.what === "removed" || cell?.what === "left";
  const touchpoint = (ghost ? column.cells[at - 1] : cell)?.standing?.touchpoint;
  if (!cell || !touchpoint) return <li aria-hidden="true" />;
  const { title, channel } = touchpoint;
  const what = cell.what === "kept" || cell.what === "absent" ? null : cell.what;
  return (
    <li data-what={cell.what} data-about={about === column.id || undefined}>
      {what !== null && <span className="compare-what">{t.what[what]}</span>}
      <h4>
        {ghost ? (
          <del>{softened(title)}</del>
        ) : which.version === null ? (
          <Link
            to="/w/$workspace/map/{-$map}"
            params={{ workspace, map: which.map }}
            search={{ at: column.id }}
          >
            {softened(title)}
          </Link>
        ) : (
          softened(title)
        )}
      </h4>
      {channel && (
        <p className="compare-channel">
          <ChannelIcon channel={channel} />
          {channels[channel]}
        </p>
      )}
      <Felt cell={cell} />
      <Claims claims={cell.pains} as="pain" />
      <Claims claims={cell.opportunities} as="opportunity" />
      {!ghost && <Changed {...props} title={title} />}
    </li>
  );
}

/** The feeling for who does not see the curve. */
function Felt({ cell }: { readonly cell: ComparedCell }) {
  const t = compareText[useLanguage()];
  const f = useFormat();
  if (!cell.feeling) return null;
  const was = cell.was && felt(cell) !== 0 ? shownFeeling(cell.was.value, f) : null;
  return <p className="visually-hidden">{t.felt(shownFeeling(cell.feeling.value, f), was)}</p>;
}

function Claims(props: {
  readonly claims: readonly ComparedClaim[];
  readonly as: "pain" | "opportunity";
}) {
  const t = compareText[useLanguage()];
  if (props.claims.length === 0) return null;
  return (
    <ul className={`compare-${props.as}`}>
      {props.claims.map(({ id, title, kind, what }) => (
        <li key={id} data-what={what}>
          <span className="visually-hidden">{`${t[props.as]}: `}</span>
          {what !== "kept" && <span className="compare-what">{t.what[what]}</span>}
          {what === "gone" ? <del>{softened(title)}</del> : <MarkedText text={title} kind={kind} />}
        </li>
      ))}
    </ul>
  );
}

/** How much else changed here; asks the list to tell it. */
function Changed(props: Props & { readonly column: ComparedColumn; readonly title: string }) {
  const { column, title, changes, about, onAbout } = props;
  const t = compareText[useLanguage()];
  const count = changes.filter(({ on, what, kind }) => {
    const whole = kind === "touchpoint" && (what === "added" || what === "moved");
    return on === column.id && !whole;
  }).length;
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="link-button compare-count"
      aria-pressed={about === column.id}
      onClick={() => onAbout(column.id)}
    >
      {t.ofTouchpoint(count)}
      <span className="visually-hidden">{t.ofTouchpointLong(title)}</span>
    </button>
  );
}
