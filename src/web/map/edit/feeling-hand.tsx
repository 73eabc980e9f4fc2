import { claimOf } from "../../../core/map/claimed-feeling.ts";
import type { Column } from "../../../core/map/sheet/column.ts";
import { wholeScale } from "../../../core/map/sheet/emotion.ts";
import { useText } from "../../language/text.ts";
import { FeelingHandle } from "./feeling-handle.tsx";

/** Whose feelings are in the hand, and what becomes of one. */
export type Hand = {
  readonly persona: { readonly id: string; readonly name: string } | null;
  readonly onHold: (id: string, value: number | null) => void;
  readonly onLay: (id: string, value: number) => void;
  /** What customers reported is not for dragging; tells so. */
  readonly onFixed: () => void;
};

type Props = {
  readonly column: Column;
  readonly hand: Hand;
  readonly rest: number;
  readonly held: number | null;
  readonly active: boolean;
};

/** What can be taken hold of at one touchpoint of the curve; measured feelings stay where they are. */
export function FeelingHand({ column, hand, rest, held, active }: Props) {
  const t = useText().map;
  const { touchpoint, general } = column;
  const { persona, onHold, onLay, onFixed } = hand;
  if (persona === null && general?.kind === "measured") {
    return (
      <span
        className="feeling-fixed"
        aria-hidden="true"
        title={t.edit.fixed}
        style={{ insetBlockStart: wholeScale.heightOf(general.value) }}
        onPointerDown={onFixed}
      />
    );
  }
  const whose = persona === null ? t.lane.emotion : `${t.lane.emotion}, ${persona.name}`;
  return (
    <FeelingHandle
      id={touchpoint.id}
      label={`${whose}: ${touchpoint.title}`}
      value={claimOf(touchpoint, persona?.id ?? null)?.value ?? null}
      rest={rest}
      held={held}
      active={active}
      onHold={onHold}
      onLay={onLay}
    />
  );
}
