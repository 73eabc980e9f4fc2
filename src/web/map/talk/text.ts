import type { Mark } from "../../../protocol/map/comment.ts";
import type { Filter } from "./threads.ts";

const english = {
  open: (unread: string | null) => (unread === null ? "Comments" : `Comments · ${unread} new`),
  title: "Comments on this map",
  close: "Close",
  show: "Show",
  filter: {
    open: "Open",
    resolved: "Settled",
    mine: "With me",
    mentions: "To me",
  } satisfies Record<Filter, string>,
  filtered: (name: string, count: string) => `${name} ${count}`,
  nothing: {
    open: "Nothing is waiting for an answer.",
    resolved: "Nothing has been settled yet.",
    mine: "You have not said anything on this map yet.",
    mentions: "Nobody has asked you to look yet. Whoever writes @ and your name does.",
  } satisfies Record<Filter, string>,
  teach:
    "Comments are notes in the margin: a question, a doubt, something that a customer told you. Put them at the touchpoint that they are about, write @ and a name to ask somebody to look, and settle them once they are answered.",
  unread: (count: string) => `${count} unread`,
  nextUnread: "Next unread",
  previousUnread: "Previous unread",
  unreadKeys: "Keys: N next, P previous",
  noUnread: "You have read everything.",
  write: "Write a comment",
  about: "About",
  wholeMap: "The whole map",
  episodeItself: (title: string) => `The episode “${title}”`,
  gone: "No longer on the map",
  wasAbout: (what: string) => `Was about ${what}, removed since`,
  part: (kind: string, title: string) => (title === "" ? kind : `${kind} “${title}”`),
  say: "Your comment",
  hint: "@ and a name asks somebody to look.",
  send: "Place",
  answer: "Answer",
  answerTo: (name: string) => `Answer to ${name}`,
  settle: "Settle",
  reopen: "Open again",
  settledBy: (name: string, when: string) => `Settled by ${name}, ${when}`,
  edit: "Edit",
  editing: "Change your comment",
  keep: "Keep",
  cancel: "Cancel",
  remove: "Delete",
  sure: (answers: number) =>
    answers === 0
      ? "Delete this comment?"
      : answers === 1
        ? "Delete this comment, with the answer to it?"
        : `Delete this comment, with the ${answers} answers to it?`,
  removed: "Comment deleted",
  placed: "Comment placed",
  settled: "Settled",
  reopened: "Opened again",
  edited: "edited",
  fresh: "new",
  names: (count: number) =>
    count === 1 ? "1 name, Enter takes it" : `${count} names, arrow keys choose, Enter takes one`,
  mention: "Names",
  thread: (name: string, about: string) => `${name} on ${about}`,
  yourName: "Your name, as others see it",
  thatsMe: "That’s me",
  comments: (open: number) => `${open} open ${open === 1 ? "comment" : "comments"}`,
  commentsNew: (open: number, unread: number) =>
    `${open} open ${open === 1 ? "comment" : "comments"}, ${unread} new`,
  commentsOn: (said: string, title: string) => `${said} on “${title}”`,
  commentOn: (title: string) => `Comment on “${title}”`,
  comment: "Comment",
  commentCount: (count: string) => `Comments ${count}`,
  newOne: (name: string, about: string) => `${name} commented on ${about}`,
  newMore: (count: string, names: string) => `${count} new comments, by ${names}`,
  reactions: "Reactions",
  mark: {
    agree: "Agree",
    love: "Lovely",
    question: "Question",
    idea: "Idea",
    hurts: "Hurts",
    surprise: "Surprising",
  } satisfies Record<Mark, string>,
  given: (word: string, count: string, names: string) => `${word} ${count}: ${names}`,
  andMore: (count: string) => `and ${count} more`,
  when: {
    now: "just now",
    minutes: (count: number) => `${count} min ago`,
    today: (clock: string) => `today ${clock}`,
    yesterday: (clock: string) => `yesterday ${clock}`,
  },
};

export type TalkText = typeof english;

const dutch: TalkText = {
  open: (unread) => (unread === null ? "Opmerkingen" : `Opmerkingen · ${unread} nieuw`),
  title: "Opmerkingen bij deze kaart",
  close: "Sluiten",
  show: "Toon",
  filter: { open: "Open", resolved: "Afgehandeld", mine: "Met mij", mentions: "Aan mij" },
  filtered: (name, count) => `${name} ${count}`,
  nothing: {
    open: "Er wacht niets op antwoord.",
    resolved: "Er is nog niets afgehandeld.",
    mine: "Je hebt op deze kaart nog niets gezegd.",
    mentions: "Niemand vroeg je nog om mee te kijken. Dat doet wie @ en je naam schrijft.",
  },
  teach:
    "Opmerkingen zijn aantekeningen in de marge: een vraag, een twijfel, iets wat een klant je vertelde. Zet ze bij het contactmoment waar ze over gaan, vraag met @ en een naam iemand om mee te kijken, en handel ze af zodra ze beantwoord zijn.",
  unread: (count) => `${count} ongelezen`,
  nextUnread: "Volgende ongelezen",
  previousUnread: "Vorige ongelezen",
  unreadKeys: "Toetsen: N volgende, P vorige",
  noUnread: "Je hebt alles gelezen.",
  write: "Schrijf een opmerking",
  about: "Gaat over",
  wholeMap: "De hele kaart",
  episodeItself: (title) => `De episode “${title}”`,
  gone: "Niet meer op de kaart",
  wasAbout: (what) => `Ging over ${what}, inmiddels verwijderd`,
  part: (kind, title) => (title === "" ? kind : `${kind} “${title}”`),
  say: "Je opmerking",
  hint: "Met @ en een naam vraag je iemand om mee te kijken.",
  send: "Plaats",
  answer: "Antwoord",
  answerTo: (name) => `Antwoord aan ${name}`,
  settle: "Afhandelen",
  reopen: "Heropen",
  settledBy: (name, when) => `Afgehandeld door ${name}, ${when}`,
  edit: "Bewerk",
  editing: "Je opmerking wijzigen",
  keep: "Bewaar",
  cancel: "Annuleren",
  remove: "Verwijder",
  sure: (answers) =>
    answers === 0
      ? "Deze opmerking verwijderen?"
      : answers === 1
        ? "Deze opmerking verwijderen, met het antwoord erop?"
        : `Deze opmerking verwijderen, met de ${answers} antwoorden erop?`,
  removed: "Opmerking verwijderd",
  placed: "Opmerking geplaatst",
  settled: "Afgehandeld",
  reopened: "Heropend",
  edited: "bewerkt",
  fresh: "nieuw",
  names: (count) =>
    count === 1
      ? "1 naam, Enter neemt hem over"
      : `${count} namen, kies met de pijltjes, Enter neemt er een over`,
  mention: "Namen",
  thread: (name, about) => `${name} over ${about}`,
  yourName: "Je naam, zoals anderen die zien",
  thatsMe: "Dat ben ik",
  comments: (open) => `${open} open ${open === 1 ? "opmerking" : "opmerkingen"}`,
  commentsNew: (open, unread) =>
    `${open} open ${open === 1 ? "opmerking" : "opmerkingen"}, ${unread} nieuw`,
  commentsOn: (said, title) => `${said} bij “${title}”`,
  commentOn: (title) => `Opmerking bij “${title}”`,
  comment: "Opmerking",
  commentCount: (count) => `Opmerkingen ${count}`,
  newOne: (name, about) => `${name} schreef een opmerking over ${about}`,
  newMore: (count, names) => `${count} nieuwe opmerkingen, van ${names}`,
  reactions: "Reacties",
  mark: {
    agree: "Eens",
    love: "Mooi",
    question: "Vraag",
    idea: "Idee",
    hurts: "Doet pijn",
    surprise: "Verrassend",
  },
  given: (word, count, names) => `${word} ${count}: ${names}`,
  andMore: (count) => `en nog ${count}`,
  when: {
    now: "zojuist",
    minutes: (count) => `${count} min geleden`,
    today: (clock) => `vandaag ${clock}`,
    yesterday: (clock) => `gisteren ${clock}`,
  },
};

/** The words of comments and reactions. */
export const talkText: { readonly en: TalkText; readonly nl: TalkText } = {
  en: english,
  nl: dutch,
};
