import { useState } from "react";
import type { Change } from "../../../core/map/changes.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { sayChange } from "../../../core/map/say-change.ts";
import { useLanguage } from "../../language/language.ts";
import { groupOf, type Group } from "./told.ts";
import { compareText } from "./text.ts";

const groups = ["touchpoint", "pain", "feeling", "evidence", "other"] as const satisfies Group[];
/** So many of a group are shown before one asks for the rest. */
const FIRST = 8;

/** What changed from one state to the next, in words; of one touchpoint when one asked for it. */
export function ChangeList(props: {
  readonly title: string | null;
  readonly changes: readonly Change[];
  readonly about: string | null;
  readonly journey: Journey | undefined;
  readonly above: Journey | undefined;
  readonly onAll: () => void;
}) {
  const { changes, about } = props;
  const t = compareText[useLanguage()];
  const shown = about === null ? changes : changes.filter(({ on }) => on === about);
  const titled = [props.journey, props.above].flatMap((journey) =>
    (journey?.episodes ?? []).flatMap(({ touchpoints }) =>
      touchpoints.filter(({ id }) => id === about),
    ),
  );
  return (
    <section className="compare-changes" aria-live="polite">
      {props.title !== null && <h3>{props.title}</h3>}
      {about !== null && (
        <p>
          {t.about(titled[0]?.title ?? "")}{" "}
          <button type="button" className="link-button" onClick={props.onAll}>
            {t.all}
          </button>
        </p>
      )}
      {shown.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        groups.map((group) => (
          <ChangeGroup
            key={`${group} ${about}`}
            group={group}
            head={props.title === null ? "h3" : "h4"}
            changes={shown.filter((change) => groupOf(change) === group)}
          />
        ))
      )}
    </section>
  );
}

function ChangeGroup(props: {
  readonly group: Group;
  readonly head: "h3" | "h4";
  readonly changes: readonly Change[];
}) {
  const { group, head: Head, changes } = props;
  const language = useLanguage();
  const t = compareText[language];
  const [all, setAll] = useState(false);
  if (changes.length === 0) return null;
  const shown = all ? changes : changes.slice(0, FIRST);
  return (
    <>
      <Head className="compare-group">
        {t.kinds[group]} <span className="quiet">{changes.length}</span>
      </Head>
      <ul>
        {shown.map((change, at) => (
          <li key={`${at}`} data-what={change.what}>
            {sayChange(change, language)}
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t.more(changes.length - shown.length)}
        </button>
      )}
    </>
  );
}
