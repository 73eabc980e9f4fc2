import { memo } from "react";
import type { ReactNode } from "react";
import { useText } from "../language/text.ts";
import { ChannelName } from "./channel-icon.tsx";
import { ChannelMenu } from "./edit/channel-menu.tsx";
import type { Claim, Column } from "../../core/map/sheet/column.ts";
import type { Drawing } from "./drawing.ts";
import { isBetween } from "./edit/block/block.ts";
import type { Block } from "./edit/block/block.ts";
import { EpisodeMenu, TouchpointMenu } from "./edit/part-menus.tsx";
import { Mark } from "./mark.tsx";
import { OpensMark } from "./opens-mark.tsx";
import { softened } from "./soft-hyphen.ts";
import { HeadTalk } from "./talk/head-talk.tsx";
import { NoteMark } from "./workshop/note-mark.tsx";

type Props = {
  readonly drawing: Drawing;
  readonly shown: readonly number[];
  readonly placed: boolean;
  /** Column of the touchpoints' row that takes the keyboard; null when another row does. */
  readonly active: number | null;
  /** Column that the keyboard is in, in whichever row. */
  readonly current?: number;
  /** The first and last of the touchpoints that are chosen. */
  readonly selected?: Block["columns"] | null;
  readonly editor?: { readonly column: number; readonly node: ReactNode } | null;
  readonly present?: ReadonlyMap<number, string> | null;
  /** Opens all that stands behind a touchpoint; null where the map is only read. */
  readonly onOpen?: ((touchpoint: string, clicked: null) => void) | null;
  /** Takes the keyboard to a touchpoint. */
  readonly onGo?: (touchpoint: string) => void;
};

/** The two-tier head: episodes over their touchpoints. */
export function GridHead(props: Props) {
  const { drawing, shown, placed, active, current = 0, editor = null, present = null } = props;
  const { selected = null, onOpen = null, onGo = nowhere } = props;
  const t = useText().map;
  const [first = 0, last = -1] = [shown[0], shown.at(-1)];
  const spans = drawing.spans.filter((span) => span.last >= first && span.first <= last);
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" className="episodes" aria-rowindex={1}>
        <div role="columnheader" className="rail" aria-colindex={1}>
          <span className="visually-hidden">{t.episodes}</span>
        </div>
        <div className="cells" role="none">
          {spans.map((span) => {
            const from = Math.max(span.first, placed ? 0 : first);
            const count = Math.min(span.last, placed ? span.last : last) - from + 1;
            return (
              <div
                key={span.id}
                role="columnheader"
                className="episode"
                aria-labelledby={saidIn(span.id)}
                aria-colindex={from + 2}
                aria-colspan={count}
                style={{
                  inlineSize: `calc(${count} * var(--column))`,
                  ...(placed && { insetInlineStart: `calc(${from} * var(--column))` }),
                }}
              >
                <span id={`${span.id}-title`} className="episode-title">
                  {span.title}
                </span>
                <HeadTalk id={span.id} title={span.title} stop inviting />
                {onOpen && (
                  <EpisodeMenu
                    id={span.id}
                    title={span.title}
                    tabbable={current - 1 >= span.first && current - 1 <= span.last}
                    onGo={onGo}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <div role="row" className="touchpoints" aria-rowindex={2}>
        <div
          role="columnheader"
          className="rail lane-name"
          aria-colindex={1}
          data-row={0}
          data-column={0}
          tabIndex={active === 0 ? 0 : -1}
        >
          <span className="lane-title">{t.touchpoint}</span>
          <span className="lane-hint">{t.channelHint}</span>
        </div>
        <div className="cells" role="none">
          {shown.map((index) => {
            const column = drawing.columns[index];
            return column ? (
              <TouchpointHead
                key={index}
                column={column}
                next={drawing.columns[index + 1]?.touchpoint.id ?? null}
                placed={placed}
                active={active === index + 1}
                current={current === index + 1}
                selected={isBetween(selected, index)}
                editor={editor?.column === index ? editor.node : null}
                by={present?.get(index) ?? null}
                onOpen={onOpen}
                onGo={onGo}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

const nowhere = () => undefined;

type HeadProps = {
  readonly column: Column;
  /** The touchpoint beside it. */
  readonly next: string | null;
  readonly placed: boolean;
  readonly active: boolean;
  readonly current: boolean;
  readonly selected: boolean;
  readonly editor: ReactNode;
  readonly by: string | null;
  readonly onOpen: Props["onOpen"];
  readonly onGo: (touchpoint: string) => void;
};

/** What the cells under a head are announced with: all that it tells, without the buttons that do something. */
function saidIn(id: string): string {
  return ["title", "reached", "talk", "way"].map((part) => `${id}-${part}`).join(" ");
}

const TouchpointHead = memo(function TouchpointHead(props: HeadProps) {
  const { column, next, placed, active, current, selected, editor, by, onOpen, onGo } = props;
  const t = useText().map;
  const { index, touchpoint, kind } = column;
  const { title, channel, momentOfTruth, importance } = touchpoint;
  return (
    <div
      role="columnheader"
      className="touchpoint"
      aria-labelledby={saidIn(touchpoint.id)}
      aria-colindex={index + 2}
      aria-selected={selected || undefined}
      data-row={0}
      data-column={index + 1}
      data-by={by ?? undefined}
      data-minor={(importance?.customer ?? 3) <= 2 || undefined}
      tabIndex={active ? 0 : -1}
      style={placed ? { insetInlineStart: `calc(${index} * var(--column))` } : undefined}
    >
      {editor ?? (
        <span id={`${touchpoint.id}-title`} className="touchpoint-title">
          {softened(title)}
        </span>
      )}
      <HeadTalk id={touchpoint.id} title={title} />
      <span id={`${touchpoint.id}-reached`} className="reached-by">
        {onOpen ? (
          <ChannelMenu id={touchpoint.id} title={title} channel={channel} tabbable={current} />
        ) : (
          channel && <ChannelName channel={channel} />
        )}
        <Mark kind={kind} />
        {momentOfTruth && (
          <span
            className="moment-of-truth"
            role="img"
            aria-label={t.momentOfTruth}
            title={t.momentOfTruth}
          />
        )}
        <NoteMark touchpoint={touchpoint.id} />
      </span>
      {touchpoint.opens && <OpensMark map={touchpoint.opens} tabbable={current} />}
      <WayMark column={column} next={next} />
      {onOpen && (
        <TouchpointMenu
          id={touchpoint.id}
          title={title}
          tabbable={current}
          onGo={onGo}
          onOpen={() => onOpen(touchpoint.id, null)}
        />
      )}
    </div>
  );
});

/** Between two touchpoints: something hurts, or could be better, on the way from one to the next. */
function WayMark({ column, next }: Pick<HeadProps, "column" | "next">) {
  const t = useText().map;
  const onWay = ({ about }: Claim) => typeof about === "object" && about.to === next;
  const [pains, chances] = [column.pains.filter(onWay), column.opportunities.filter(onWay)];
  const about = [...pains, ...chances][0]?.about;
  if (typeof about !== "object") return null;
  const words = t.wayTo(about.onwardTo, pains.length, chances.length);
  return (
    <span
      id={`${column.touchpoint.id}-way`}
      className="way-mark"
      role="img"
      aria-label={words}
      title={words}
      data-pain={pains.length > 0 || undefined}
    >
      <svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true">
        <path d="M2 1.5 8 6 2 10.5Z" />
      </svg>
    </span>
  );
}
