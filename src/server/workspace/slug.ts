/**
 * Makes a name fit to stand in an address, different from those taken.
 * @example freeSlug("Café Zuid", ["cafe-zuid"]) // "cafe-zuid-2"
 */
export function freeSlug(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  const stem = plain || "workspace";
  if (!taken.includes(stem)) return stem;
  for (let number = 2; ; number += 1) {
    const slug = `${stem}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}
