import { useEffect, useRef, useState } from "react";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { AboutChoice } from "./about-choice.tsx";
import { Saying } from "./saying.tsx";
import type { Talk } from "./talk.ts";
import { talkText } from "./text.ts";
import { ThreadView } from "./thread.tsx";
import { filters, inMapOrder, saidIn, shows } from "./threads.ts";
import type { Filter, Placed, Section } from "./threads.ts";
import { useUnreadKeys } from "./use-unread-keys.ts";

type Props = {
  readonly talk: Talk;
  readonly threads: readonly Placed[];
  readonly onOpen: (touchpoint: string) => void;
};

/** All threads in the order of the map: to read, to go from one unread to the next, to add to. */
export function TalkList({ talk, threads, onOpen }: Props) {
  const t = talkText[useLanguage()];
  const f = useFormat();
  const announce = useEditing()?.announce;
  const { journey, sheet } = talk;
  const list = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<Filter>("open");
  const [about, setAbout] = useState(talk.sheet?.at ?? journey.id);
  const [goTo, setGoTo] = useState<string | null>(null);
  const at = sheet?.at ?? null;
  // Who comes from a part of which nothing is said means to say something of it.
  const silent = at !== null && !threads.some(({ place }) => place.on === at);
  const start = silent ? "focused" : threads.length === 0 ? "quiet" : null;
  // What is listed stays where it is, settled or not, until one asks for the list again.
  const [listed, setListed] = useState<ReadonlySet<string>>(new Set());
  const shown = threads.filter(
    (thread) => listed.has(thread.first.id) || shows(filter, thread, talk),
  );
  if (shown.some(({ first }) => !listed.has(first.id)))
    setListed(new Set([...listed, ...shown.map(({ first }) => first.id)]));
  const sections = inMapOrder(journey, shown);
  const unread = sections
    .flatMap(({ groups }) => groups)
    .flatMap((group) => group.threads)
    .filter((thread) => saidIn(thread).some(talk.isUnread));
  const walk = useUnreadKeys(
    list,
    unread.map(({ first }) => first.id),
    () => announce?.(t.noUnread),
  );

  useEffect(() => {
    if (at === null) return;
    list.current?.querySelector<HTMLElement>(`[data-place="${at}"] [data-thread]`)?.focus();
  }, [at]);

  useEffect(() => {
    if (goTo === null) return;
    const thread = list.current?.querySelector<HTMLElement>(`[data-thread="${goTo}"]`);
    thread?.scrollIntoView({ block: "center" });
    thread?.focus();
  }, [goTo]);

  return (
    <div ref={list} className="talk" data-talk tabIndex={-1}>
      {threads.length === 0 ? (
        <p className="talk-teach">{t.teach}</p>
      ) : (
        <div className="talk-tools">
          <div role="group" aria-label={t.show} className="talk-filter">
            {filters.map((each) => (
              <button
                key={each}
                type="button"
                className="word-button"
                aria-pressed={filter === each}
                onClick={() => {
                  setFilter(each);
                  setListed(new Set());
                }}
              >
                {t.filtered(
                  t.filter[each],
                  f.number(threads.filter((one) => shows(each, one, talk)).length),
                )}
              </button>
            ))}
          </div>
          {unread.length > 0 && (
            <div role="group" aria-label={t.unread(f.number(unread.length))} title={t.unreadKeys}>
              <span aria-hidden="true">{t.unread(f.number(unread.length))}</span>
              <button
                type="button"
                className="word-button"
                aria-label={t.previousUnread}
                onClick={() => walk(-1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="word-button"
                aria-label={t.nextUnread}
                onClick={() => walk(1)}
              >
                ↓
              </button>
            </div>
          )}
        </div>
      )}
      <Saying
        element={about}
        open={start}
        onPlaced={(id) => {
          setFilter("open");
          setGoTo(id);
        }}
      >
        <AboutChoice journey={journey} value={about} onChange={setAbout} />
      </Saying>
      {threads.length > 0 && sections.length === 0 && (
        <p className="talk-teach">{t.nothing[filter]}</p>
      )}
      {sections.map((section) => (
        <SectionView key={section.key} section={section} onOpen={onOpen} />
      ))}
    </div>
  );
}

function SectionView(props: {
  readonly section: Section;
  readonly onOpen: (touchpoint: string) => void;
}) {
  const t = talkText[useLanguage()];
  const { kind, title, groups } = props.section;
  return (
    <section className="talk-section">
      <h3>{kind === "map" ? t.wholeMap : kind === "gone" ? t.gone : title}</h3>
      {groups.map(({ key, touchpoint, threads }) => (
        <div key={key} className="talk-group" data-place={key}>
          {touchpoint !== null && (
            <h4>
              <button type="button" className="link-button" onClick={() => props.onOpen(key)}>
                {touchpoint}
              </button>
            </h4>
          )}
          {threads.map((thread) => (
            <ThreadView
              key={thread.first.id}
              thread={thread}
              plain={["journey", "episode", "touchpoint"].includes(thread.place.kind)}
            />
          ))}
        </div>
      ))}
    </section>
  );
}
