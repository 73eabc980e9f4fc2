import { useLanguage } from "../../language/language.ts";
import { Section } from "../drawer-section.tsx";
import { Reactions } from "./reactions.tsx";
import { Saying } from "./saying.tsx";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";
import { ThreadView } from "./thread.tsx";

/** At the head of the drawer: what people show without words, and the way to what they say. */
export function DrawerTalkHead({ id }: { readonly id: string }) {
  const t = talkText[useLanguage()];
  const talk = useTalk();
  const { open = 0, unread = 0 } = talk?.heads.get(id) ?? {};
  return (
    <>
      <Reactions element={id} />
      {open + unread > 0 && (
        <p className="talk-down">
          <button
            type="button"
            className="link-button"
            onClick={({ currentTarget }) => {
              const said = currentTarget
                .closest("[role=dialog]")
                ?.querySelector<HTMLElement>("[data-section=talk] [data-talk]");
              said?.scrollIntoView({ block: "start" });
              said?.focus({ preventScroll: true });
            }}
          >
            {unread > 0 ? t.commentsNew(open, unread) : t.comments(open)}
          </button>
        </p>
      )}
    </>
  );
}

/** In the drawer of a touchpoint: all that is said of it and of what is on it. */
export function DrawerTalk({ id }: { readonly id: string }) {
  const t = talkText[useLanguage()];
  const talk = useTalk();
  if (!talk) return null;
  const threads = (talk.threads ?? [])
    .filter(({ place }) => place.on === id)
    .toSorted((a, b) => Date.parse(b.last) - Date.parse(a.last));
  return (
    <Section title={t.open(null)} section="talk">
      <div className="talk" data-talk tabIndex={-1}>
        {threads.map((thread) => (
          <ThreadView
            key={thread.first.id}
            thread={thread}
            plain={thread.place.kind === "touchpoint"}
          />
        ))}
        <Saying element={id} />
      </div>
    </Section>
  );
}
