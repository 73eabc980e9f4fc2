import type { Rate } from "../evidence/interval.ts";
import type { Language } from "./wording.ts";

/** What stands where there is no figure. */
export const NOTHING = "–";

const units = {
  en: { second: "s", minute: "min", hour: ["hour", "hours"], day: ["day", "days"] },
  nl: { second: "s", minute: "min", hour: ["uur", "uur"], day: ["dag", "dagen"] },
} as const;

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Figures as a reader of one language expects them. `null` becomes a dash everywhere. */
export type Format = ReturnType<typeof makeFormat>;

/** What rounds to nothing has no sign. */
function withMinus(format: Intl.NumberFormat, value: number): string {
  const text = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

function makeFormat(language: Language) {
  const locale = language === "nl" ? "nl-NL" : "en-GB";
  const words = units[language];
  const decimals = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  );
  const hundredth = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  // Days and months of a calendar, which are those of no zone.
  const calendarDay = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const month = new Intl.DateTimeFormat(locale, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const weekday = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const moment = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });

  function number(value: number | null, digits = 0): string {
    if (value === null || !Number.isFinite(value)) return NOTHING;
    return withMinus(decimals[Math.min(digits, 3)] ?? decimals[0]!, value);
  }

  /** A number of a column, with both its decimals: "2,90". */
  function fixed(value: number): string {
    return withMinus(hundredth, value);
  }

  /** A number with its sign, e.g. a feeling: "+0,5". */
  function signed(value: number | null, digits = 1): string {
    const text = number(value, digits);
    return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  }

  /** Hundredths of a share: whole from 10 %, one decimal below, "<0.1%" for what is hardly there. */
  function hundredths(share: number): string {
    const hundred = share * 100;
    if (hundred > 0 && hundred < 0.05) return `<${number(0.1, 1)}`;
    const nearlyAll = hundred < 100 && hundred > 99;
    return number(hundred, (hundred < 9.95 || nearlyAll) && hundred > 0 ? 1 : 0);
  }

  function percent(share: number | null): string {
    return share === null ? NOTHING : `${hundredths(share)}%`;
  }

  /** Interval of a share: "76–80%". */
  function interval(low: number | null, high: number | null): string {
    return low === null || high === null ? NOTHING : `${hundredths(low)}–${hundredths(high)}%`;
  }

  /** Probability that chance alone differs as much, in a sentence: "= 0.03", "< 0.001". */
  function pValue(p: number): string {
    return p < 0.001 ? `< ${number(0.001, 3)}` : `= ${number(p, p < 0.1 ? 3 : 2)}`;
  }

  function n(count: number): string {
    return `n = ${number(count)}`;
  }

  /** A share with all that it rests on: "78% (76–80%, n = 1,204)". */
  function rate(value: Rate): string {
    if (value.share === null) return NOTHING;
    return `${percent(value.share)} (${interval(value.low, value.high)}, ${n(value.n)})`;
  }

  function short(value: number): number {
    return value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value);
  }

  /** Seconds in the unit a reader would use: "45 s", "11 min", "4 hours", "1.2 days". */
  function duration(seconds: number | null): string {
    if (seconds === null) return NOTHING;
    if (seconds < 0) return `−${duration(-seconds)}`;
    if (seconds > 0 && seconds < 1) return `<1 ${words.second}`;
    if (seconds < MINUTE - 0.5) return `${number(Math.round(seconds))} ${words.second}`;
    if (seconds < HOUR - 30) return `${number(Math.round(seconds / MINUTE))} ${words.minute}`;
    const [length, [one, more]] =
      seconds < DAY - HOUR / 2
        ? [short(seconds / HOUR), words.hour]
        : [short(seconds / DAY), words.day];
    const single = language === "nl" ? length < 2 : length === 1;
    return `${number(length, 1)} ${single ? one : more}`;
  }

  function when(format: Intl.DateTimeFormat, iso: string | null): string {
    return iso === null ? NOTHING : format.format(new Date(iso)).replaceAll("\u202f", " ");
  }

  /** First to last day: "3 Nov 2025 – 12 Nov 2026". */
  function period(from: string | null, to: string | null): string {
    if (from === null || to === null) return NOTHING;
    return day.formatRange(new Date(from), new Date(to)).replaceAll("\u2009", " ");
  }

  function bytes(count: number): string {
    if (count < 1000) return `${number(count)} B`;
    if (count < 1e6) return `${number(count / 1e3)} kB`;
    if (count < 1e9) return `${number(count / 1e6, 1)} MB`;
    return `${number(count / 1e9, 1)} GB`;
  }

  return {
    language,
    number,
    fixed,
    signed,
    percent,
    interval,
    n,
    pValue,
    rate,
    duration,
    date: (iso: string | null) => when(day, iso),
    calendarDay: (iso: string | null) => when(calendarDay, iso),
    month: (iso: string | null) => when(month, iso),
    weekday: (iso: string | null) => when(weekday, iso),
    dateTime: (iso: string | null) => when(moment, iso),
    time: (iso: string | null) => when(clock, iso),
    period,
    bytes,
  };
}

const made: Record<Language, Format> = { en: makeFormat("en"), nl: makeFormat("nl") };

/** The figures of one language. */
export function formatIn(language: Language): Format {
  return made[language];
}
