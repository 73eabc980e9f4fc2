import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { CommentIcon, ReactionIcon } from "./reaction-icon.tsx";
import { givenBy } from "./reactions.tsx";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";

type Props = {
  /** The touchpoint or episode. */
  readonly id: string;
  readonly title: string;
  /** In the grid one comes to it through the touchpoint; elsewhere by Tab. */
  readonly stop?: boolean;
  /** Also where nothing is said yet, when it is pointed at. */
  readonly inviting?: boolean;
};

/** In the head of a touchpoint or an episode: open comments, and reactions that were given. */
export function HeadTalk({ id, title, stop = false, inviting = false }: Props) {
  const t = talkText[useLanguage()];
  const f = useFormat();
  const talk = useTalk();
  const head = talk?.heads.get(id);
  const { open = 0, unread = 0, reactions = [] } = head ?? {};
  if (!talk || (open + unread + reactions.length === 0 && !inviting)) return null;
  const said = open + unread > 0;
  const words = unread > 0 ? t.commentsNew(open, unread) : t.comments(open);
  const name = said ? t.commentsOn(words, title) : t.commentOn(title);
  return (
    <span id={head && `${id}-talk`} data-own className="head-talk">
      {(said || inviting) && (
        <button
          type="button"
          className="head-comments"
          data-unread={unread > 0 || undefined}
          data-said={said || undefined}
          tabIndex={stop && said ? undefined : -1}
          aria-label={name}
          title={name}
          onClick={() => talk.openSheet(id)}
        >
          <CommentIcon />
          {open > 0 && f.number(open)}
        </button>
      )}
      {reactions
        .toSorted((a, b) => b.by.length - a.by.length)
        .map((reaction) => (
          <span
            key={reaction.mark}
            role="img"
            className="head-reaction"
            aria-label={givenBy(reaction, t, f)}
            title={givenBy(reaction, t, f)}
          >
            <ReactionIcon mark={reaction.mark} />
            {reaction.by.length > 1 && f.number(reaction.by.length)}
          </span>
        ))}
    </span>
  );
}
