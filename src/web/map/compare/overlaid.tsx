import type { CSSProperties } from "react";
import type { Change } from "../../../core/map/changes.ts";
import type { ComparedColumn, Drawn } from "../../../core/map/compare.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useLanguage } from "../../language/language.ts";
import { CurvesPicture } from "./curves-picture.tsx";
import { StateRow } from "./state-row.tsx";
import { compareText } from "./text.ts";
import type { Which } from "./which.ts";

/** States above each other in the same columns, with their curves laid over each other between them. */
export function Overlaid(props: {
  readonly workspace: string;
  readonly chosen: readonly Which[];
  readonly states: readonly Drawn[];
  readonly compared: readonly ComparedColumn[];
  /** What changed in each state but the first. */
  readonly lists: readonly (readonly Change[])[];
  readonly width: number;
  readonly about: string | null;
  readonly onAbout: (touchpoint: string) => void;
}) {
  const { workspace, chosen, states, compared, lists, width, about, onAbout } = props;
  const t = compareText[useLanguage()];
  const row = (at: number) => {
    const [state, which] = [states[at], chosen[at]];
    return (
      state &&
      which && (
        <StateRow
          key={`${at}`}
          workspace={workspace}
          which={which}
          journey={state.journey}
          compared={compared}
          at={at}
          width={width}
          changes={at === 0 ? [] : (lists[at - 1] ?? [])}
          about={about}
          onAbout={onAbout}
        />
      )
    );
  };
  return (
    <ScrollRegion className="compare-drawing" label={t.drawing}>
      <div
        className="compare-sheet"
        style={{ "--column": `${width}px`, "--columns": compared.length } as CSSProperties}
      >
        {row(0)}
        <CurvesPicture
          workspace={workspace}
          chosen={chosen}
          states={states}
          compared={compared}
          width={width}
        />
        {states.slice(1).map((_, at) => row(at + 1))}
      </div>
    </ScrollRegion>
  );
}
