const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mrt: 3,
  maa: 3,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  dec: 12,
};

/**
 * A birth date as `YYYYMMDD`, or as `YYYY` when only the year is known. Day before month, as the Dutch
 * write, unless that makes no date and the other order does. A date that is in no calendar stays as it
 * was written: a typing error still resembles the right date. A year of two digits is one of 1930 to 2029.
 * Empty when it is no date.
 * @example standardBirthDate("3-5-1980") // "19800503"
 */
export function standardBirthDate(text: string): string {
  const clean = text
    .trim()
    .toLowerCase()
    .replace(/[t ]\d{1,2}:\d{2}.*$/u, "");
  const named = /\p{L}{3,}/u.exec(clean);
  const month = named && months[named[0].slice(0, 3)];
  const numbers = clean.match(/\d+/gu) ?? [];
  if (month) {
    const [first = "", second = ""] = numbers;
    const yearFirst = first.length === 4;
    return date(yearFirst ? first : second, month, Number(yearFirst ? second : first));
  }
  const [only = ""] = numbers;
  if (numbers.length === 1 && /^\d{4}$/u.test(only)) return year(only);
  if (numbers.length === 1 && /^\d{8}$/u.test(only))
    return year(only.slice(0, 4)) === ""
      ? date(only.slice(4), Number(only.slice(2, 4)), Number(only.slice(0, 2)))
      : date(only.slice(0, 4), Number(only.slice(4, 6)), Number(only.slice(6)));
  const [a = "", b = "", c = ""] = numbers;
  if (numbers.length !== 3 || [a, b, c].some((part) => part.length > 4)) return "";
  return a.length === 4 ? date(a, Number(b), Number(c)) : date(c, Number(b), Number(a));
}

function date(written: string, month: number, day: number): string {
  const found = year(written);
  if (found === "") return "";
  if (month === 0 && day === 0) return found;
  if (month > 99 || day > 99) return "";
  const turn = !exists(Number(found), month, day) && exists(Number(found), day, month);
  const [m, d] = turn ? [day, month] : [month, day];
  return `${found}${String(m).padStart(2, "0")}${String(d).padStart(2, "0")}`;
}

function year(written: string): string {
  if (/^\d{2}$/u.test(written)) return `${Number(written) < 30 ? 20 : 19}${written}`;
  return /^(?:18[5-9]|19\d|20\d)\d$/u.test(written) ? written : "";
}

function exists(inYear: number, month: number, day: number): boolean {
  const leap = inYear % 4 === 0 && (inYear % 100 !== 0 || inYear % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
