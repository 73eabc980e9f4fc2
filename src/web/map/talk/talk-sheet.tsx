import { SideSheet } from "../../app/side-sheet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { TalkList } from "./talk-list.tsx";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";
import { saidIn } from "./threads.ts";

/** The word that opens all that is said of a map. */
export function TalkSheet({ onOpen }: { readonly onOpen: (touchpoint: string) => void }) {
  const t = talkText[useLanguage()];
  const f = useFormat();
  const talk = useTalk();
  if (!talk) return null;
  const { threads, error, isUnread, sheet, openSheet, shutSheet } = talk;
  const unread = (threads ?? []).flatMap(saidIn).filter(isUnread).length;
  return (
    <SideSheet
      className="talk-sheet"
      open={t.open(unread === 0 ? null : f.number(unread))}
      title={t.title}
      close={t.close}
      state={{
        isOpen: sheet !== null,
        onOpenChange: (open) => (open ? openSheet(null) : shutSheet()),
      }}
    >
      {(close) =>
        threads !== null ? (
          <TalkList
            talk={talk}
            threads={threads}
            onOpen={(touchpoint) => {
              close();
              onOpen(touchpoint);
            }}
          />
        ) : error ? (
          <Trouble error={error} />
        ) : (
          <Waiting />
        )
      }
    </SideSheet>
  );
}
