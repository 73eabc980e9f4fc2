import { randomUUID } from "node:crypto";
import { message } from "../../core/message/message.ts";
import type { Purpose } from "../../core/people/consent.ts";
import { AppError } from "../../core/problem.ts";
import type { Identifier } from "../../engine/identity/read-identifiers.ts";
import { keepWord } from "../../engine/people/consent.ts";
import type { Engine } from "../../engine/port.ts";

/** Kinds by which somebody is more surely himself than by any other, surest first. */
const surest = [/^(?:customer|klant)/i, /^account/i, /^e-?mail/i, /^(?:phone|tel|mob|gsm)/i];

export type Saying = {
  readonly ws: number;
  readonly purpose: Purpose;
  readonly said: "yes" | "no";
  readonly how: string;
  readonly text: string;
  readonly source: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** All identifiers that are his now. */
  readonly own: readonly Identifier[];
  /** Hash of the one by which he was reached; null when he is only known as a whole. */
  readonly asked: string | null;
};

/**
 * Keeps what a person says about a purpose. A withdrawal is kept with all his identifiers, so that it
 * holds for each of them if they turn out to be two people's. Agreement is kept with one alone: should
 * they be parted, it must not be taken for somebody else's.
 */
export async function sayAbout(engine: Engine, saying: Saying): Promise<void> {
  const { ws, purpose, said, how, text, source, time, own, asked } = saying;
  if (purpose.basis !== "consent")
    throw new AppError("conflict", message("purpose-without-consent"));
  const one = own.find(({ hash }) => hash === asked) ?? surestOf(own);
  if (one === undefined) throw new AppError("conflict", message("consent-link-nobody"));
  const who = said === "no" ? own : [one];
  await keepWord(engine, {
    ws,
    id: randomUUID(),
    source,
    time,
    who: { hashes: who.map(({ hash }) => BigInt(hash)) },
    said: { [purpose.id]: said },
    text,
    how,
  });
}

/** The identifier that is most surely his. */
export function surestOf(own: readonly Identifier[]): Identifier | undefined {
  const rank = ({ kind }: Identifier) => {
    const place = surest.findIndex((pattern) => pattern.test(kind));
    return place < 0 ? surest.length : place;
  };
  return own.toSorted((a, b) => rank(a) - rank(b))[0];
}
