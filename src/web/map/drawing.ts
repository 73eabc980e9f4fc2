import type { Overlay } from "../../core/evidence/overlay.ts";
import type { Journey, Persona } from "../../core/map/journey.ts";
import { columnsOf } from "../../core/map/sheet/column.ts";
import type { Column } from "../../core/map/sheet/column.ts";
import { emotionLines } from "../../core/map/sheet/emotion-lines.ts";
import type { EmotionLines } from "../../core/map/sheet/emotion-lines.ts";
import { lanesOf } from "../../core/map/sheet/lanes.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { streamOf } from "../../core/map/sheet/stream.ts";
import type { Stream } from "../../core/map/sheet/stream.ts";

/** Columns of one episode, `first` … `last`. */
export type Span = {
  readonly id: string;
  readonly title: string;
  readonly first: number;
  readonly last: number;
};

/** A map ready to be drawn with columns of `width` pixels. */
export type Drawing = {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly spans: readonly Span[];
  readonly lanes: readonly SheetLane[];
  readonly width: number;
  readonly emotion: EmotionLines;
  /** Whose feelings can be drawn. */
  readonly personas: readonly Persona[];
  readonly stream: Stream;
  /** Journeys that touch the map. */
  readonly onMap: number;
  /** Columns after which customers wait longest. */
  readonly longWaits: ReadonlySet<number>;
};

type Choice = {
  /** The map is being changed: lanes in which nothing stands are there too, and all that can be felt. */
  readonly editing?: boolean;
  /** Whose line stands in front: a persona's, or that of customers in general (null). */
  readonly chosen?: string | null | undefined;
};

/** Works out everything that a map's picture needs, from the drawn journey and the figures over it. */
export function drawingOf(
  journey: Journey,
  overlay: Overlay | null,
  width: number,
  { editing = false, chosen }: Choice = {},
): Drawing {
  const columns = columnsOf(journey, overlay);
  const onMap = overlay?.onMap ?? 0;
  return {
    title: journey.title,
    columns,
    spans: spansOf(columns),
    lanes: lanesOf(columns, journey.lanes, editing),
    width,
    emotion: emotionLines(columns, journey.personas, { width, chosen, whole: editing }),
    personas: journey.personas ?? [],
    stream: streamOf(columns, overlay?.loops ?? [], onMap, width),
    onMap,
    longWaits: longWaits(columns),
  };
}

function spansOf(columns: readonly Column[]): Span[] {
  const spans: Span[] = [];
  for (const { index, episode, opens } of columns) {
    const current = spans.at(-1);
    if (opens || !current) {
      spans.push({ id: episode.id, title: episode.title, first: index, last: index });
    } else {
      spans[spans.length - 1] = { ...current, last: index };
    }
  }
  return spans;
}

const DAY = 86_400;

/** The three longest waits of at least a day at touchpoints with a pain or a bad feeling. */
function longWaits(columns: readonly Column[]): ReadonlySet<number> {
  const waits: { readonly index: number; readonly seconds: number }[] = [];
  for (const { index, figures, pains, feeling } of columns) {
    const seconds = figures?.wait.medianSeconds ?? 0;
    const hurts = pains.length > 0 || (feeling !== null && feeling.value < 0);
    if (seconds >= DAY && hurts) waits.push({ index, seconds });
  }
  waits.sort((one, other) => other.seconds - one.seconds);
  return new Set(waits.slice(0, 3).map(({ index }) => index));
}

const NARROWEST = 78;
/** Narrower columns than this are set in smaller type. */
export const COMPACT = 90;
const COMFORTABLE = 116;
const WIDEST = 180;

/**
 * Width of a column in whole pixels: the whole map on the page where its words still fit, else a
 * comfortable width to scroll through.
 */
export function columnWidth(columns: number, room: number): number {
  const fitting = Math.floor(room / Math.max(1, columns));
  return fitting >= NARROWEST ? Math.min(fitting, WIDEST) : COMFORTABLE;
}
