import type { Offered } from "./shelf.ts";

/**
 * A page of a bucket's listing (ListObjectsV2, keys URL-encoded); null for text that is none. An entity
 * tag tells the state of an object.
 */
export function readListing(
  xml: string,
): { readonly objects: readonly Offered[]; readonly next: string | null } | null {
  if (!/<ListBucketResult[\s>]/.test(xml)) return null;
  const objects: Offered[] = [];
  for (const part of xml.split("<Contents>").slice(1)) {
    const [one = ""] = part.split("</Contents>");
    const [key, tag, size] = [inside(one, "Key"), inside(one, "ETag"), inside(one, "Size")];
    if (key === null) continue;
    const name = decoded(key);
    if (name.endsWith("/")) continue;
    const bytes = size !== null && /^\d+$/.test(size) ? Number(size) : null;
    objects.push({ name, mark: tag ?? `${inside(one, "LastModified")} ${size}`, bytes });
  }
  const more = inside(xml, "IsTruncated") === "true";
  return { objects, next: more ? inside(xml, "NextContinuationToken") : null };
}

function inside(xml: string, element: string): string | null {
  const from = xml.indexOf(`<${element}>`);
  if (from < 0) return null;
  const to = xml.indexOf(`</${element}>`, from);
  return to < 0 ? null : plain(xml.slice(from + element.length + 2, to));
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#34;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

function plain(text: string): string {
  return text.replaceAll(
    /&(?:lt|gt|quot|apos|amp|#34|#39);/g,
    (entity) => entities[entity] ?? entity,
  );
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return key;
  }
}
