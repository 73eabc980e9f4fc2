import type { ReactNode } from "react";
import { useText } from "../language/text.ts";
import type { RunStep } from "./route-steps.ts";

/** Steps as small labelled beads; one that comes several times in a row stands once, with how often. */
export function StepRuns(props: {
  readonly runs: readonly RunStep[];
  readonly children?: ReactNode;
}) {
  const t = useText().question;
  return (
    <ol className="steps">
      {props.runs.map(({ label, times }, place) => (
        <li key={`${place}`}>
          {label}
          {times > 1 && <span className="steps-times">{t.count(times)}</span>}
        </li>
      ))}
      {props.children}
    </ol>
  );
}
