import { useMutation } from "@tanstack/react-query";
import { Mark } from "../../../protocol/map/comment.ts";
import type { Reaction } from "../../../protocol/map/comment.ts";
import { troubleWords } from "../../app/trouble.tsx";
import type { Format } from "../../language/format.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { ReactionIcon } from "./reaction-icon.tsx";
import { useTalk } from "./talk.ts";
import type { Talk } from "./talk.ts";
import { talkText } from "./text.ts";
import type { TalkText } from "./text.ts";
import { useNamed } from "./use-named.tsx";

/** So many names are told; of the others how many they are. */
const TOLD = 12;

/** "Agree 2: Anna, Bram". */
export function givenBy({ mark, by }: Reaction, t: TalkText, f: Format): string {
  const names = by.slice(0, TOLD).map(({ name }) => name);
  const more = by.length > TOLD ? [t.andMore(f.number(by.length - TOLD))] : [];
  return t.given(t.mark[mark], f.number(by.length), [...names, ...more].join(", "));
}

/** What one can show without words, given and taken back by a click. */
export function Reactions({ element }: { readonly element: string }) {
  const talk = useTalk();
  return talk && <Marks talk={talk} element={element} />;
}

function Marks({ talk, element }: { readonly talk: Talk; readonly element: string }) {
  const language = useLanguage();
  const t = talkText[language];
  const f = useFormat();
  const { ask, named } = useNamed();
  const react = useMutation({ mutationFn: (deed: () => Promise<void>) => deed() });
  const { heads, person, deeds } = talk;
  const given = heads.get(element)?.reactions ?? [];
  return (
    <>
      <div role="group" aria-label={t.reactions} className="talk-reactions">
        {Mark.options.map((mark) => {
          const reaction = given.find((each) => each.mark === mark);
          return (
            <button
              key={mark}
              type="button"
              aria-pressed={reaction?.by.some(({ id }) => id === person) ?? false}
              aria-label={reaction ? givenBy(reaction, t, f) : undefined}
              title={reaction && givenBy(reaction, t, f)}
              onClick={() =>
                named((author) => react.mutate(() => deeds.react(author, element, mark)))
              }
            >
              <ReactionIcon mark={mark} />
              {t.mark[mark]}
              {reaction && <b>{f.number(reaction.by.length)}</b>}
            </button>
          );
        })}
      </div>
      {ask}
      {react.isError && (
        <p role="alert" className="talk-trouble">
          {troubleWords(react.error, language)}
        </p>
      )}
    </>
  );
}
