import { take } from "./held.ts";
import type { Held } from "./held.ts";
import "./drag.css";

type Props = {
  readonly held: Held;
  readonly label: string;
  /** It is a tab stop. */
  readonly tabbable: boolean;
  /** Pressed without dragging: the same by asking. */
  readonly onPress: () => void;
};

/** The handle of a part of the map: drag it, or press it and say where to. */
export function Grip({ held, label, tabbable, onPress }: Props) {
  return (
    <button
      type="button"
      className="grip"
      aria-label={label}
      aria-haspopup="dialog"
      title={label}
      tabIndex={tabbable ? 0 : -1}
      onPointerDown={(event) => take(held, event.nativeEvent)}
      onClick={onPress}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {[4, 8, 12].flatMap((y) =>
          [5.5, 10.5].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.2" />),
        )}
      </svg>
    </button>
  );
}
