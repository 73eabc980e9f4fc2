import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Journey } from "../../../core/map/journey.ts";
import { useAnswer } from "../../app/answer.ts";
import { useEditing } from "../edit/editing.ts";
import { editText } from "../edit/text.ts";
import { rememberedPerson, useRememberedName } from "../edit/identity.ts";
import { headsOf } from "./heads.ts";
import { peopleOf } from "./people.ts";
import { TalkContext } from "./talk.ts";
import type { Talk } from "./talk.ts";
import { placed, threadsOf } from "./threads.ts";
import { useAnnounced } from "./use-announced.ts";
import { useDeeds } from "./use-deeds.ts";
import { useSeen } from "./use-seen.ts";
import "./talk.css";

type Props = {
  readonly workspace: string;
  readonly map: string;
  /** The map as it was asked for; what is being drawn goes before it. */
  readonly journey: Journey;
  readonly children: ReactNode;
};

/** Keeps at hand what is said of a map: the server's word, and what this browser has seen of it. */
export function TalkProvider({ workspace, map, journey: asked, children }: Props) {
  const editing = useEditing();
  // What is typed on the map comes first; where its comments stand may follow a moment later.
  const journey = useDeferredValue(editing?.journey ?? asked);
  const others = editing?.others;
  const [person] = useState(rememberedPerson);
  const comments = useAnswer("comments", { workspace, map, person });
  const reactions = useAnswer("reactions", { workspace, map, person }).data;
  const name = useRememberedName();
  const deeds = useDeeds(workspace, map);
  const [drafts] = useState(() => new Map<string, string>());
  const [sheet, setSheet] = useState<Talk["sheet"]>(null);
  const { data, error } = comments;
  const { isUnread, read } = useSeen(`${workspace}/${map}`, data, person);
  const threads = useMemo(
    () => (data === undefined ? null : placed(journey, threadsOf(data))),
    [journey, data],
  );
  const heads = useMemo(
    () => headsOf(threads ?? [], reactions ?? [], isUnread),
    [threads, reactions, isUnread],
  );
  const openSheet = useCallback((at: string | null) => setSheet({ at }), []);
  const shutSheet = useCallback(() => setSheet(null), []);
  useAnnounced(threads, person);

  const talk = useMemo((): Talk => {
    const here = (others ?? [])
      .map(({ author }) => author.name)
      .filter((each) => each !== editText.en.guest && each !== editText.nl.guest);
    return {
      journey,
      threads,
      error,
      reactions: reactions ?? [],
      heads,
      person,
      name,
      people: peopleOf(journey, data ?? [], here, name),
      isUnread,
      read,
      deeds,
      drafts,
      sheet,
      openSheet,
      shutSheet,
    };
  }, [
    journey,
    threads,
    error,
    reactions,
    heads,
    person,
    name,
    others,
    data,
    isUnread,
    read,
    deeds,
    drafts,
    sheet,
    openSheet,
    shutSheet,
  ]);
  return <TalkContext value={talk}>{children}</TalkContext>;
}
