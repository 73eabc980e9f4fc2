import { message } from "../../message/message.ts";
import type { Perception } from "../perception/perception.ts";
import { ofEstimate, type TakenFigure } from "./figure.ts";

/** How far the whole organisation is off, per touchpoint where that was tested. */
export function ofPerception({ groups, touchpoints }: Perception): TakenFigure[] {
  const whole = groups.find(({ kind }) => kind === "all");
  return touchpoints.flatMap(({ id, title }, at) => {
    const { mean = null, gap = null } = whole?.touchpoints[at] ?? {};
    if (!mean || !gap?.sure) return [];
    const { low, high } = gap.sure;
    const named = { id: `gap:${id}`, name: message("figure-perception", { at: title }) };
    const how = { form: "number", unit: "−1–1", n: mean.n } as const;
    return ofEstimate(named, { value: gap.value, low, high }, how);
  });
}
