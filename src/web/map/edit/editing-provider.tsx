import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Journey } from "../../../core/map/journey.ts";
import { say } from "../../../core/message/message.ts";
import type { Refused } from "../../../core/map/session.ts";
import { singles } from "../../../core/map/command.ts";
import { afterPaint } from "../../app/after-paint.ts";
import { usePainted } from "../../app/painted.tsx";
import { useLanguage } from "../../language/language.ts";
import { textIn, useText } from "../../language/text.ts";
import { EditingContext } from "./editing.ts";
import type { Editing } from "./editing.ts";
import { drawn, rememberedName } from "./identity.ts";
import { LiveMap } from "./live-map.ts";
import type { Shown } from "./live-map.ts";
import { NoticeProvider } from "./notice.tsx";
import { RefusedNotice } from "./refused-notice.tsx";

type Props = {
  readonly workspace: string;
  readonly map: string;
  /** The map as it was asked for; shown until the stream tells the newest. */
  readonly journey: Journey;
  readonly children: ReactNode;
};

const silent: Shown = { session: null, others: [], state: "saved" };

/** Keeps a map in step with the server and with whoever else draws on it. */
export function EditingProvider({ workspace, map, journey, children }: Props) {
  const language = useLanguage();
  const t = useText().map.edit;
  const queries = useQueryClient();
  const [shown, setShown] = useState(silent);
  const [live, setLive] = useState<LiveMap | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [announced, setAnnounced] = useState("");
  const { guest } = t;
  const asked = useRef(journey);

  useEffect(() => {
    const opened = new LiveMap({ workspace, map }, asked.current, () => rememberedName() ?? guest, {
      onShown: () => {
        setShown(opened.shown);
        setLive(opened);
      },
      onRefused: (more) => setRefused((before) => [...before, ...more]),
      onChanged: () => void queries.invalidateQueries({ predicate: beside(workspace, map) }),
    });
    // The map itself comes first: who else is here, and what they did since, may take a frame longer.
    const wait = afterPaint(() => opened.open());
    return () => {
      wait();
      opened.close();
      setShown(silent);
      setLive(null);
    };
  }, [workspace, map, queries, guest]);

  const drawnMap = shown.session?.view ?? journey;
  useFreshFigures(workspace, map, drawnMap);
  const announce = useCallback((text: string) => {
    // The same words twice are only read twice when they differ.
    setAnnounced((before) => (before === text ? `${text}\u00a0` : text));
  }, []);

  const editing = useMemo((): Editing | null => {
    if (!live) return null;
    const { session, others, state } = shown;
    return {
      journey: drawnMap,
      allowed: session !== null,
      edit(command, said) {
        if (singles(command).length === 0) return true;
        const done = live.edit(command, said);
        if (done) announce(said);
        return done;
      },
      undo() {
        const said = live.shown.session?.undo.at(-1)?.said;
        live.undo();
        if (said !== undefined) announce(t.undone(said));
      },
      redo() {
        const said = live.shown.session?.redo.at(-1)?.said;
        live.redo();
        if (said !== undefined) announce(t.redone(said));
      },
      canUndo: session?.undo.at(-1)?.said ?? null,
      canRedo: session?.redo.at(-1)?.said ?? null,
      newId: (prefix) => `${prefix}_${drawn(8)}`,
      announce,
      me: { client: live.client, name: rememberedName() ?? t.guest },
      others,
      look: (at, field, typing) => live.look({ at, field, typing }),
      state,
    };
  }, [live, shown, drawnMap, announce, t]);

  return (
    <EditingContext value={editing}>
      <NoticeProvider>{children}</NoticeProvider>
      <div className="visually-hidden" role="status" aria-live="polite" data-live-announcer>
        {announced}
      </div>
      <RefusedNotice
        refused={refused.map((one) => ({ ...one, because: say(one.why, language) }))}
        words={textIn(language).map.edit}
        onClose={() => setRefused([])}
      />
    </EditingContext>
  );
}

/** What stands beside the drawing itself: comments, versions, health. */
function beside(workspace: string, map: string) {
  return ({ queryKey: [name, params] }: { readonly queryKey: readonly unknown[] }): boolean => {
    const about = params as { workspace?: string; map?: string } | undefined;
    const drawing = ["map", "overlay", "touchpoint"].includes(String(name));
    return !drawing && about?.workspace === workspace && about.map === map;
  };
}

const REST = 600;

/** Figures are laid over the map anew when other events belong to its touchpoints. */
function useFreshFigures(workspace: string, map: string, journey: Journey): void {
  const queries = useQueryClient();
  const painted = usePainted();
  const before = useRef<string>(null);
  useEffect(() => {
    if (!painted) return;
    const bound = boundIn(journey);
    before.current ??= bound;
    if (before.current === bound) return;
    const timer = setTimeout(() => {
      before.current = bound;
      for (const name of ["overlay", "touchpoint"]) {
        void queries.invalidateQueries({
          predicate: ({ queryKey }) => {
            const about = queryKey[1] as { workspace?: string; map?: string } | undefined;
            return queryKey[0] === name && about?.workspace === workspace && about.map === map;
          },
        });
      }
    }, REST);
    return () => clearTimeout(timer);
  }, [journey, painted, queries, workspace, map]);
}

/** Which events belong to which touchpoint, as one text. */
function boundIn({ episodes }: Journey): string {
  return JSON.stringify(
    episodes.map(({ touchpoints }) => touchpoints.map(({ id, events }) => [id, events])),
  );
}
