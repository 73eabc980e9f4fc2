import { useText } from "../language/text.ts";
import type { EvidenceKind } from "../../core/map/sheet/column.ts";
import { softened } from "./soft-hyphen.ts";

/** What a claim rests on: filled when measured, half when researched, hollow when assumed. */
export function Mark({ kind }: { readonly kind: EvidenceKind }) {
  const t = useText().map;
  return <span className="mark" data-kind={kind} role="img" aria-label={t.kind[kind]} />;
}

type Marked = { readonly text: string; readonly kind: EvidenceKind };

/** Longer last words than this may be parted from the mark, so that they can still be broken. */
const SHORT = 9;

/** A claim and its mark, which does not stand alone on a line. */
export function MarkedText({ text, kind }: Marked) {
  const start = text.lastIndexOf(" ") + 1;
  const last = text.slice(start);
  const mark = <Mark kind={kind} />;
  return (
    <>
      {softened(text.slice(0, start))}
      {last.length > SHORT ? (
        <>
          {softened(last)} {mark}
        </>
      ) : (
        <span className="unbroken">
          {last} {mark}
        </span>
      )}
    </>
  );
}
