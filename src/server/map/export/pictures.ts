import type { Sheet } from "../../../core/map/sheet/shape.ts";
import type { Given, Kept } from "./writer.ts";

/** The pictures that stand on the sheets, by their hash; those that are not kept here are left out. */
export async function picturesOn(
  sheets: readonly Sheet[],
  load: Given["load"],
): Promise<ReadonlyMap<string, Kept>> {
  const hashes = new Set(
    sheets.flatMap(({ shapes }) =>
      shapes.flatMap((shape) => (shape.is === "picture" ? [shape.hash] : [])),
    ),
  );
  const found = new Map<string, Kept>();
  for (const hash of hashes) {
    const kept = await load(hash);
    if (kept) found.set(hash, kept);
  }
  return found;
}
