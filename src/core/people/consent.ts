import { z } from "zod";

/** Something that somebody said about one purpose at one moment; these are never changed. */
export const Said = z.strictObject({
  /** Id of a purpose, or what the source calls it. */
  purpose: z.string(),
  said: z.enum(["yes", "no"]),
  /** When, ISO 8601 in UTC. */
  time: z.string(),
  /** Version of the text he saw; empty when the source does not tell. */
  text: z.string(),
  /** The way: `banner`, `form`, `phone`, `import`, …; empty when the source does not tell. */
  how: z.string(),
  source: z.string(),
  /** Was it told with a write key, which everybody can read in a page? */
  page: z.boolean(),
});
export type Said = z.infer<typeof Said>;

/** Why data may be used for a purpose (art. 6 GDPR). */
export const Basis = z.enum([
  "consent",
  "contract",
  "legal-obligation",
  "vital-interests",
  "public-task",
  "legitimate-interest",
]);
export type Basis = z.infer<typeof Basis>;

export const PurposeText = z.strictObject({
  version: z.number().int(),
  language: z.enum(["nl", "en"]),
  /** Day from which it was shown. */
  since: z.iso.date(),
  text: z.string(),
  author: z.string(),
});
export type PurposeText = z.infer<typeof PurposeText>;

/** What data is used for, and the texts that people agreed to. */
export const Purpose = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  basis: Basis,
  /** What sources call it, beside its id: the category of a cookie banner, the column of a file. */
  aliases: z.array(z.string()),
  /** No longer asked for since then; null while it is. */
  ended: z.string().nullable(),
  /** Every version there was, oldest first. */
  texts: z.array(PurposeText),
});
export type Purpose = z.infer<typeof Purpose>;

/** How somebody stands to a purpose: what he said last, and `none` when he never said anything. */
export const Consent = z.strictObject({
  purpose: z.string(),
  state: z.enum(["yes", "no", "none"]),
  last: Said.nullable(),
});
export type Consent = z.infer<typeof Consent>;

/**
 * The one of two statements that counts: the later one; of two at the same moment the withdrawal. The
 * rest of the order has no meaning but that the outcome never depends on which came in first.
 */
export function later(a: Said, b: Said): Said {
  return rank(a) >= rank(b) ? a : b;
}

/**
 * The statement that counts of all that was said about one purpose: the last. What a page tells, anybody
 * can tell about anybody. So its agreement does not count against a withdrawal that a system or a person
 * told: that holds until one of these says otherwise. Its withdrawal counts like any.
 */
export function counting(all: readonly Said[]): Said | null {
  const surest = last(all.filter(({ page }) => !page));
  return last(surest?.said === "no" ? all.filter((each) => !each.page || each.said === "no") : all);
}

function last([first, ...more]: readonly Said[]): Said | null {
  return first === undefined ? null : more.reduce(later, first);
}

function rank({ time, said, text, how, source, purpose, page }: Said): string {
  return JSON.stringify([time, said === "no" ? 1 : 0, text, how, source, purpose, page ? 0 : 1]);
}

/** What a name of a source stands for: the id of a purpose; null for a name that none has. */
export function purposeCalled(purposes: readonly Purpose[], name: string): string | null {
  const wanted = plainName(name);
  const found = purposes.find(
    ({ id, aliases }) => id === wanted || aliases.some((alias) => plainName(alias) === wanted),
  );
  return found?.id ?? null;
}

/** Names are compared without regard to capitals and space around them. */
export function plainName(name: string): string {
  return name.trim().toLowerCase();
}

/** How somebody stands to each purpose, from all that he ever said, in whatever order. */
export function consentsFrom(purposes: readonly Purpose[], all: readonly Said[]): Consent[] {
  return purposes.map(({ id }) => {
    const own = all.filter(({ purpose }) => purposeCalled(purposes, purpose) === id);
    const word = counting(own);
    return { purpose: id, state: word?.said ?? "none", last: word };
  });
}

/** May data be used for this purpose on the ground of consent? Without a word it may not. */
export function agreesTo(consents: readonly Consent[], purpose: string): boolean {
  return consents.some((each) => each.purpose === purpose && each.state === "yes");
}

/** The text of a purpose that is shown now: the newest version, in this language if it is there. */
export function textNow(
  { texts }: Pick<Purpose, "texts">,
  language: "nl" | "en",
): PurposeText | null {
  const version = Math.max(0, ...texts.map((each) => each.version));
  const newest = texts.filter((each) => each.version === version);
  return newest.find((each) => each.language === language) ?? newest[0] ?? null;
}

/** What a source calls a version of a text: its number and language. @example "3 nl" */
export function textName({ version, language }: Pick<PurposeText, "version" | "language">): string {
  return `${version} ${language}`;
}
