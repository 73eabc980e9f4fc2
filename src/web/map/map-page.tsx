import { useCallback, useId, useMemo, useRef, useState } from "react";
import type { CSSProperties, ReactNode } from "react";
import type { Overlay, TouchpointDetail } from "../../core/evidence/overlay.ts";
import type { Journey } from "../../core/map/journey.ts";
import { usePainted } from "../app/painted.tsx";
import { Drawer } from "./drawer.tsx";
import type { Clicked } from "./drawer.tsx";
import { COMPACT, columnWidth, drawingOf } from "./drawing.ts";
import { EditBar, EditWord } from "./edit/edit-bar.tsx";
import { useEditMode } from "./edit/edit-mode.ts";
import { useEditing } from "./edit/editing.ts";
import { BindingTray } from "./edit/inspect/binding-tray.tsx";
import { MapGrid, RAIL } from "./grid.tsx";
import { Legend } from "./legend.tsx";
import { MapHead } from "./map-head.tsx";
import { MapList } from "./map-list.tsx";
import { EmptyMap } from "./map-states.tsx";
import { PresentDoor } from "./present/present-door.tsx";
import { PRINT_COLUMN, PRINT_RAIL, PrintSheets } from "./print-sheets.tsx";
import { useMedia } from "./use-media.ts";
import { usePrinting } from "./use-printing.ts";
import { useWidth } from "./use-width.ts";
import { ViewSwitch } from "./view-switch.tsx";
import type { View } from "./view-switch.tsx";
import "./map.css";
import "./grid.css";
import "./cell.css";
import "./picture.css";
import "./list.css";
import "./drawer.css";
import "./print.css";
import "./edit/edit.css";
import "./doors/doors.css";

type Props = {
  readonly journey: Journey;
  /** Null while the figures are not there yet. */
  readonly overlay: Overlay | null;
  /** False for a map that is shown without figures; null figures are then not waited for. */
  readonly figures?: boolean;
  /** The figures are about the filter before this one. */
  readonly stale: boolean;
  readonly filterBar: ReactNode;
  /** What goes with this map and opens over it. */
  readonly doors?: ReactNode;
  /** Why its figures do not come. */
  readonly trouble?: ReactNode;
  /** The way back to the maps that this one is a part of. */
  readonly above?: ReactNode;
  readonly filtered: boolean;
  readonly persona: string | null;
  /** The touchpoint whose drawer is open. */
  readonly open: string | null;
  /** Null while it is on its way; undefined where it does not come. */
  readonly detail: TouchpointDetail | null | undefined;
  readonly onOpen: (touchpoint: string | null) => void;
  /** A link to a customer's timeline. */
  readonly person: (person: string, name: string) => ReactNode;
};

const MARGIN = 16;
/** Room behind the last column for the names of lines, as in grid.css. */
const NAMES = 104;

/** The map: drawn as a grid, read as a list, or printed; and what stands behind each touchpoint. */
export function MapPage(props: Props) {
  const { journey, overlay, stale, filterBar, filtered, persona, open, detail, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const painted = usePainted();
  const [clicked, setClicked] = useState<Clicked | null>(null);
  const [chosen, setChosen] = useState<View | null>(null);
  const narrow = useMedia("(max-width: 700px)");
  const printing = usePrinting();
  const several = journey.episodes.some((episode) =>
    episode.touchpoints.some(({ emotions }) => emotions?.some(({ persona }) => persona)),
  );
  const room = useWidth(scroller) - RAIL - (several ? NAMES : MARGIN);
  const count = journey.episodes.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0);
  const width = printing ? PRINT_COLUMN : columnWidth(count, room);
  const view = chosen ?? (narrow ? "list" : "map");
  const allowed = useEditing()?.allowed ?? false;
  const editable = useEditMode() && allowed && view === "map" && !printing;
  const [whose, setWhose] = useState<string | null | undefined>();
  const drawing = useMemo(
    () => drawingOf(journey, overlay, width, { editing: editable, chosen: whose }),
    [journey, overlay, width, editable, whose],
  );
  const tray = useId();
  const [trayOpen, setTrayOpen] = useState(false);
  const hasData = editable && overlay !== null && overlay.shown.of > 0;
  const openAt = useCallback(
    (touchpoint: string, at: Clicked | null) => {
      setClicked(at);
      onOpen(touchpoint);
    },
    [onOpen],
  );
  return (
    <div
      ref={scroller}
      className="map-page"
      data-view={view}
      data-editing={editable || undefined}
      data-compact={width < COMPACT || undefined}
      data-stale={stale || undefined}
      style={
        {
          "--column": `${width}px`,
          "--rail": `${printing ? PRINT_RAIL : RAIL}px`,
          "--columns": count,
        } as CSSProperties
      }
    >
      <MapHead
        journey={journey}
        overlay={overlay}
        persona={persona}
        figures={props.figures ?? true}
        above={props.above}
      >
        <div className="map-tools">
          {filterBar}
          <div className="map-ways">
            <div className="map-views">
              <ViewSwitch view={view} onView={setChosen} />
              {count > 0 && (
                <PresentDoor
                  journey={journey}
                  overlay={overlay}
                  persona={persona}
                  editing={editable}
                />
              )}
            </div>
            <div className="map-doors">
              <EditWord />
              {props.doors}
            </div>
          </div>
          {props.trouble}
          <EditBar tray={hasData ? { id: tray, open: trayOpen, onOpen: setTrayOpen } : null} />
        </div>
      </MapHead>
      <div className="map-body" aria-busy={stale}>
        {count === 0 ? (
          <EmptyMap />
        ) : printing ? (
          <PrintSheets drawing={drawing} />
        ) : view === "list" ? (
          <MapList drawing={drawing} onOpen={(touchpoint) => openAt(touchpoint, null)} />
        ) : (
          <MapGrid
            drawing={drawing}
            scroller={scroller}
            editable={editable}
            onOpen={openAt}
            onPersona={setWhose}
          />
        )}
      </div>
      <Legend />
      {hasData && trayOpen && (
        <BindingTray
          id={tray}
          overlay={overlay}
          onOpen={(touchpoint) => openAt(touchpoint, null)}
          onClose={() => setTrayOpen(false)}
        />
      )}
      {painted && (
        <Drawer
          column={drawing.columns.find(({ touchpoint }) => touchpoint.id === open) ?? null}
          clicked={clicked}
          detail={detail}
          about={overlay && { shown: overlay.shown, from: overlay.from, to: overlay.to, filtered }}
          lanes={drawing.lanes}
          person={props.person}
          onClose={() => onOpen(null)}
        />
      )}
    </div>
  );
}
