import { useText } from "../language/text.ts";
import type { EvidenceKind } from "./column.ts";

/** The mark at the end of a text, never alone on a line. */
export function TrailingMark({ kind }: { readonly kind: EvidenceKind }) {
  return (
    <>
      {"\u00a0"}
      <Mark kind={kind} />
    </>
  );
}

/** What a claim rests on: filled when measured, half when researched, hollow when assumed. */
export function Mark({ kind }: { readonly kind: EvidenceKind }) {
  const t = useText().map;
  return <span className="mark" data-kind={kind} role="img" aria-label={t.kind[kind]} />;
}
