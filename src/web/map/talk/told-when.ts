import type { Format } from "../../language/format.ts";
import type { TalkText } from "./text.ts";

const MINUTE = 60_000;

/** A moment as people tell it: just now, 5 min ago, today 14:05, yesterday 9:12, 12 Nov 2026. */
export function toldWhen(at: string, now: number, t: TalkText["when"], f: Format): string {
  const passed = now - Date.parse(at);
  if (passed < MINUTE) return t.now;
  if (passed < 60 * MINUTE) return t.minutes(Math.floor(passed / MINUTE));
  const day = new Date(now);
  if (sameDay(new Date(at), day)) return t.today(f.time(at));
  day.setDate(day.getDate() - 1);
  return sameDay(new Date(at), day) ? t.yesterday(f.time(at)) : f.date(at);
}

function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
