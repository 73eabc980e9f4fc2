import { z } from "zod";
import { drawingWords } from "./drawing.ts";
import { erasureWords } from "./erasure.ts";
import { exchangeWords } from "./exchange.ts";
import { figureWords } from "./figure.ts";
import { fileWords } from "./file.ts";
import { identityWords } from "./identity.ts";
import { importWords } from "./import.ts";
import { mappingWords } from "./mapping.ts";
import { patternWords } from "./pattern.ts";
import { peopleWords } from "./people.ts";
import { questionWords } from "./question.ts";
import { outgoingWords } from "./outgoing.ts";
import { pullWords } from "./pull.ts";
import { requestWords } from "./request.ts";
import { rowWords } from "./row.ts";
import { storeWords } from "./store.ts";
import { togetherWords } from "./together.ts";
import { worded, type Language, type Wording } from "./wording.ts";

const words = {
  ...rowWords,
  ...drawingWords,
  ...erasureWords,
  ...exchangeWords,
  ...togetherWords,
  ...figureWords,
  ...fileWords,
  ...mappingWords,
  ...importWords,
  ...identityWords,
  ...peopleWords,
  ...questionWords,
  ...patternWords,
  ...outgoingWords,
  ...pullWords,
  ...requestWords,
  ...storeWords,
  /** Words of somebody else, that no catalogue holds. */
  verbatim: worded<{ readonly text: string }>({
    en: ({ text }) => text,
    nl: ({ text }) => text,
  }),
};
type Words = typeof words;

export type MessageKey = keyof Words;
export const messageKeys = Object.keys(words) as MessageKey[];

/** Something said to a person, as a value: a key of the catalogue, and what its words are about. */
export interface Message {
  readonly key: MessageKey;
  readonly [about: string]: string | number;
}

/** Has a name, so that whatever holds messages does not spell out all keys in its own type. */
export interface MessageSchema extends z.ZodType<Message> {}

export const Message: MessageSchema = z
  .object({ key: z.enum(messageKeys) })
  .catchall(z.union([z.string(), z.number()]));

type ParametersOf<K extends MessageKey> = Parameters<Words[K]["en"]>[0];

/** @example message("time-empty", { column: "Datum" }) */
export function message<K extends MessageKey>(
  key: K,
  ...[parameters]: keyof ParametersOf<K> extends never ? [] : [ParametersOf<K>]
): Message {
  return { key, ...parameters };
}

/** The words of a message in a language, as the page says them. */
export function say(told: Message, language: Language): string {
  return wordingOf(told)[language](told);
}

/** The words of a message as the terminal and the log say them, in English. */
export function plainly(told: Message): string {
  const { terminal, en } = wordingOf(told);
  return (terminal ?? en)(told);
}

function wordingOf({ key }: Message): Wording<Message> {
  return words[key] as Wording<never> as Wording<Message>;
}

/** A message as one line of text, to be kept. Equal messages give equal text. */
export function writeMessage(told: Message): string {
  return JSON.stringify(told);
}

/** A message that was kept; text that is none is said as it stands. */
export function readMessage(text: string): Message {
  if (!text.startsWith("{")) return message("verbatim", { text });
  const read = Message.safeParse(JSON.parse(text));
  return read.success ? read.data : message("verbatim", { text });
}
