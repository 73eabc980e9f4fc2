import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const web = fileURLToPath(new URL("..", import.meta.url));

/** Class names that a style sheet starts a rule with: those it gives a look of their own. */
function styled(css: string): string[] {
  return [...css.matchAll(/^\.([a-z][\w-]*)\s*[{,:[]/gm)].map(([, name = ""]) => name);
}

// All style sheets stay on the page once a person has been on theirs: a name used twice breaks the other.
test("no two folders give the same class a look", () => {
  const homes = new Map<string, Set<string>>();
  for (const file of globSync("*/*.css", { cwd: web })) {
    for (const name of styled(readFileSync(`${web}${file}`, "utf8")))
      homes.set(name, (homes.get(name) ?? new Set()).add(dirname(file)));
  }
  const twice = [...homes].filter(([, folders]) => folders.size > 1);
  expect(Object.fromEntries(twice)).toEqual({});
});
