import type { Fields } from "./arrival.ts";

type Branch = Map<string, string | Branch>;

/**
 * The fields of a form (`a=1&b[c]=2&b[d][]=3`) as an object: names in brackets go a level deeper, an
 * empty one counts on. A field that holds an object of JSON becomes that object; of two with the same
 * name the last one counts.
 */
export function readForm(text: string): Fields {
  const tree: Branch = new Map();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const name = plain(at < 0 ? pair : pair.slice(0, at));
    plant(tree, pathOf(name), at < 0 ? "" : plain(pair.slice(at + 1)));
  }
  return asFields(tree);
}

/** Deepest that a name of a field goes. */
const DEEPEST = 16;

function pathOf(name: string): string[] {
  const [, first = name, inner = ""] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? [];
  const deeper = inner === "" ? [] : inner.slice(1, -1).split("][");
  return deeper.length < DEEPEST ? [first, ...deeper] : [name];
}

function plant(tree: Branch, path: readonly string[], value: string): void {
  let branch = tree;
  for (const [depth, said] of path.entries()) {
    const key = said === "" && depth > 0 ? String(branch.size) : said;
    if (depth === path.length - 1) branch.set(key, value);
    else {
      const known = branch.get(key);
      const next: Branch = known instanceof Map ? known : new Map<string, string | Branch>();
      branch.set(key, next);
      branch = next;
    }
  }
}

function asFields(branch: Branch): Fields {
  return Object.fromEntries(
    [...branch].map(([key, value]) => [
      key,
      value instanceof Map ? asFields(value) : inside(value),
    ]),
  );
}

function inside(text: string): unknown {
  if (!text.startsWith("{")) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function plain(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
