import type { Filter } from "../../../core/question/filter.ts";
import { Health } from "../check/health.tsx";
import { useCompareDoor } from "../compare/compare-door.ts";
import { useExportDoor } from "../export/export-menu.tsx";
import { Sharing } from "../share/share-sheet.tsx";
import { TalkSheet } from "../talk/talk-sheet.tsx";
import { useVersionsDoor } from "../versions/versions-sheet.tsx";
import { useWorkshopDoor } from "../workshop/workshops-sheet.tsx";
import { MoreDoors } from "./more-doors.tsx";

type Props = {
  readonly workspace: string;
  readonly map: string;
  readonly title: string;
  readonly filter: Filter;
  /** Opens a touchpoint on the map. */
  readonly onOpen: (touchpoint: string) => void;
};

/** What goes with a map: the daily things as words, all others in the menu. */
export function MapDoors({ workspace, map, title, filter, onOpen }: Props) {
  const more = [
    useWorkshopDoor(),
    useVersionsDoor({ workspace, map }),
    useCompareDoor({ workspace, map }),
    useExportDoor({ workspace, map, filter }),
  ];
  return (
    <>
      <TalkSheet onOpen={onOpen} />
      <Health workspace={workspace} map={map} onOpen={onOpen} />
      <Sharing workspace={workspace} map={map} title={title} />
      <MoreDoors doors={more.filter((door) => door !== null)} />
    </>
  );
}
