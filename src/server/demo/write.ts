import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { must } from "../../core/assert.ts";
import { generate, type Plan } from "../../core/demo/generate.ts";
import { sourceIds, sources, type DemoSource } from "../../core/demo/source.ts";
import { TruthKeeper } from "../../core/demo/truth.ts";
import { AppError } from "../../core/problem.ts";
import { Pile } from "./pile.ts";

const PEOPLE_AT_ONCE = 100;
/** Beyond this, identifiers would repeat. */
const MOST_CUSTOMERS = 1_000_000;

/**
 * Writes a demo set to a folder: the exports of all systems, each in order of arrival, and `truth.json`.
 * @param onProgress called with the share that is done, 0 to 1.
 * @returns the paths of the exports, without that of the truth.
 */
export async function writeDemo(
  folder: string,
  plan: Plan,
  onProgress: (share: number) => void = () => {},
): Promise<string[]> {
  if (plan.customers < 1 || plan.customers > MOST_CUSTOMERS)
    throw new AppError(
      "bad-request",
      `A demo has 1 to ${MOST_CUSTOMERS} customers, not ${plan.customers}. Choose a number in between.`,
    );
  await mkdir(folder, { recursive: true });
  // The set's letters all stand in Latin-1, where it and windows-1252 are the same.
  const piles = new Map(
    sourceIds.map((id) => {
      const { encoding, files }: DemoSource = sources[id];
      return [id, files.map(() => new Pile(encoding === "utf-8" ? "utf8" : "latin1"))];
    }),
  );
  const keeper = new TruthKeeper();
  for (const trail of generate(plan, keeper.tally)) {
    keeper.add(trail);
    for (const { source, file, arrived, text } of trail.rows)
      must(piles.get(source)?.[file], "pile").add(arrived, text);
    if (trail.life.person.index % PEOPLE_AT_ONCE === 0) {
      onProgress((0.9 * trail.life.person.index) / plan.customers);
      await setImmediate();
    }
  }
  const paths: string[] = [];
  for (const [done, id] of sourceIds.entries()) {
    const { header, files }: DemoSource = sources[id];
    for (const [index, { name }] of files.entries()) {
      const pile = must(piles.get(id)?.[index], "pile");
      if (pile.lines === 0) continue;
      const path = join(folder, name);
      await pile.write(path, header);
      paths.push(path);
    }
    piles.delete(id);
    onProgress(0.9 + (0.1 * (done + 1)) / sourceIds.length);
  }
  await writeFile(join(folder, "truth.json"), `${JSON.stringify(keeper.truth(plan))}\n`);
  return paths;
}
