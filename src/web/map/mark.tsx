import { useText } from "../language/text.ts";
import type { EvidenceKind } from "./column.ts";

/** What a claim rests on: filled when measured, half when researched, hollow when assumed. */
export function Mark({ kind }: { readonly kind: EvidenceKind }) {
  const t = useText().map;
  return <span className="mark" data-kind={kind} role="img" aria-label={t.kind[kind]} />;
}
