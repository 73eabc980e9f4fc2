import { formatIn } from "../../message/format.ts";
import type { Language } from "../../message/wording.ts";
import type { OddOne } from "./alert.ts";

/** An odd day as it is told outside of Spoor; touchpoints by their labels. */
export type ToldAlert = Pick<
  OddOne,
  "day" | "count" | "expected" | "low" | "high" | "z" | "reason"
> & { readonly at: string; readonly to: string | null };

const words = {
  en: {
    subject: (workspace: string, day: string, count: number) =>
      count === 1
        ? `${workspace}: ${day} was odd`
        : `${workspace}: ${day} was odd in ${count} places`,
    line: (where: string, count: string, expected: string, low: string, high: string) =>
      `${where}: ${count} customers instead of ${expected} (999 in 1,000 such days keep within ${low}–${high}).`,
    way: (at: string, to: string) => `From “${at}” straight to “${to}”`,
    source: (source: string) =>
      `The source ${source} told hardly anything that day: we cannot know what customers did.`,
    everywhere: "Most touchpoints were odd in the same way that day.",
    end: "What it was can be noted under What changes, Odd days.",
  },
  nl: {
    subject: (workspace: string, day: string, count: number) =>
      count === 1
        ? `${workspace}: ${day} week af`
        : `${workspace}: ${day} week af op ${count} plekken`,
    line: (where: string, count: string, expected: string, low: string, high: string) =>
      `${where}: ${count} klanten in plaats van ${expected} (999 van de 1.000 zulke dagen blijven binnen ${low}–${high}).`,
    way: (at: string, to: string) => `Van ‘${at}’ meteen door naar ‘${to}’`,
    source: (source: string) =>
      `De bron ${source} leverde die dag vrijwel niets: wat klanten deden, kunnen we niet weten.`,
    everywhere: "De meeste contactmomenten weken die dag op dezelfde manier af.",
    end: "Wat er aan de hand was, leg je vast onder Wat verandert, Afwijkende dagen.",
  },
};

/** The odd series of one day as an e-mail. */
export function letterOf(
  workspace: string,
  day: string,
  alerts: readonly ToldAlert[],
  language: Language,
): { readonly subject: string; readonly text: string } {
  const t = words[language];
  const format = formatIn(language);
  const whole = (value: number) => format.number(Math.round(value));
  const lines = alerts.flatMap(({ at, to, count, expected, low, high, reason }) => [
    t.line(
      to === null ? at : t.way(at, to),
      whole(count),
      whole(expected),
      whole(low),
      whole(high),
    ),
    ...(reason.is === "source" ? [t.source(reason.source)] : []),
    ...(reason.is === "everywhere" ? [t.everywhere] : []),
  ]);
  return {
    subject: t.subject(workspace, format.date(day), alerts.length),
    text: [...lines, "", t.end, ""].join("\n"),
  };
}
