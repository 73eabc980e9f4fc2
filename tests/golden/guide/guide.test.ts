import { readFile, readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { readMapping } from "../../../src/core/event/mapping-file.ts";
import { readCheckSettings } from "../../../src/core/map/check/settings-file.ts";
import { readJourney } from "../../../src/core/map/file.ts";

const guide = new URL("../../../docs/guide/", import.meta.url);
const pages = (await readdir(guide)).filter((name) => name.endsWith(".md"));

const examples = (
  await Promise.all(
    pages.map(async (page) => {
      const text = await readFile(new URL(page, guide), "utf8");
      const blocks = Array.from(text.matchAll(/```yaml\n([^]*?)```/g), ([, block = ""]) => block);
      return blocks.map((block, i) => ({ name: `${page}, example ${i + 1}`, block }));
    }),
  )
).flat();

const readers = [
  ["spoor: mapping/", readMapping],
  ["rules:", readCheckSettings],
] as const;

test.each(examples)("$name is a file that Spoor reads", ({ block }) => {
  const read = readers.find(([start]) => block.startsWith(start))?.[1] ?? readJourney;
  expect(() => read(block)).not.toThrow();
});

test("the guide has an example of both files", () => {
  const kinds = examples.map(({ block }) => block.split("\n", 1)[0]);
  expect(kinds).toEqual(expect.arrayContaining(["spoor: mapping/1", "spoor: journey/1"]));
});
