import type { SourceTrouble } from "../../../core/event/source-health.ts";
import { useAnswer } from "../../app/answer.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { watchText } from "./watch-text.ts";

/** How it is doing is asked again this often, in milliseconds. */
const FRESH = 5_000;

/** How a source is doing, in words, and how long it takes until what it tells can be asked about. */
export function SourceState(props: { readonly workspace: string; readonly source: string }) {
  const t = watchText[useLanguage()];
  const asked = useAnswer("sourceHealth", props, { refetchInterval: () => FRESH });
  if (asked.data === undefined) return null;
  const { troubles, lag } = asked.data;
  return (
    <div className="source-state" role="status" data-well={troubles.length === 0 || undefined}>
      {troubles.length === 0 && <p>{t.well}</p>}
      {troubles.map((trouble) => (
        <p key={trouble.is} className="pain">
          <Words trouble={trouble} />
        </p>
      ))}
      <p className="quiet">{lag === null ? t.lagUnknown : t.lag(lag / 1000)}</p>
    </div>
  );
}

function Words({ trouble }: { readonly trouble: SourceTrouble }) {
  const t = watchText[useLanguage()];
  const f = useFormat();
  switch (trouble.is) {
    case "silent":
      return t.silent(f.dateTime(trouble.since));
    case "refusing":
      return t.refusing(trouble.calls, f.dateTime(trouble.last));
    case "behind":
      return t.behind(Math.round(trouble.milliseconds / 1000));
    case "aside":
      return t.aside(trouble.share, trouble.events);
    case "unbalanced":
      return t.unbalanced;
  }
}
