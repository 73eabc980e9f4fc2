import { z } from "zod";
import { FieldKind } from "../../core/evidence/field-note.ts";
import { recall, remember } from "../language/memory.ts";

/** A note that is being written on a phone. */
const QuickDraft = z.object({
  kind: FieldKind,
  text: z.string(),
  quote: z.string(),
  elements: z.array(z.string()),
  feeling: z.number().nullable(),
});
export type QuickDraft = z.infer<typeof QuickDraft>;

function nameOf(secret: string): string {
  return `spoor.field-draft/${secret}`;
}

/** An empty note, of the kind that was written here last. */
export function emptyDraft(kind: FieldKind): QuickDraft {
  return { kind, text: "", quote: "", elements: [], feeling: null };
}

/** What was being written here when the page was left. */
export function keptDraft(secret: string): QuickDraft {
  try {
    return QuickDraft.parse(JSON.parse(recall(nameOf(secret)) ?? ""));
  } catch {
    return emptyDraft("service");
  }
}

export function keepDraft(secret: string, draft: QuickDraft): void {
  remember(nameOf(secret), JSON.stringify(draft));
}
