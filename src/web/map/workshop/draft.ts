import { z } from "zod";
import { NoteKind } from "../../../protocol/map/workshop.ts";
import { recall, remember } from "../../language/memory.ts";

/** A note that a guest has not put up yet. */
const Draft = z.object({ element: z.string().nullable(), kind: NoteKind, text: z.string() });
export type Draft = z.infer<typeof Draft>;

function nameOf(secret: string): string {
  return `spoor.note/${secret}`;
}

/** What was being written here when the page was left; null when nothing was. */
export function keptDraft(secret: string): Draft | null {
  try {
    return Draft.nullable().parse(JSON.parse(recall(nameOf(secret)) ?? "null"));
  } catch {
    return null;
  }
}

export function keepDraft(secret: string, draft: Draft | null): void {
  remember(nameOf(secret), JSON.stringify(draft));
}
