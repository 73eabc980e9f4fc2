import type { ReactNode } from "react";
import type { Rate } from "../../core/evidence/interval.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";

/** The answer in one sentence, how sure it is behind it. */
export function Headline(props: { readonly rate?: Rate; readonly children: ReactNode }) {
  const { rate } = props;
  const format = useFormat();
  const t = useText().question;
  return (
    <p className="headline">
      {props.children}
      {rate !== undefined && rate.low !== null && rate.high !== null && (
        <span className="headline-sure">
          {t.interval(format.interval(rate.low, rate.high))}, {format.n(rate.n)}
        </span>
      )}
    </p>
  );
}
