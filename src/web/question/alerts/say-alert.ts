import type { Alert, AlertReason } from "../../../core/question/alerts/alert.ts";
import type { AlertsText } from "./text.ts";

export function placeWords({ at, to }: Pick<Alert, "at" | "to">, t: AlertsText): string {
  return to === null ? t.place(at.label) : t.way(at.label, to.label);
}

export function reasonWords(reason: AlertReason, t: AlertsText): string {
  if (reason.is === "source") return t.reasons.source(reason.source);
  if (reason.is === "holiday") return t.reasons.holiday(t.holidays[reason.holiday]);
  return t.reasons[reason.is];
}
