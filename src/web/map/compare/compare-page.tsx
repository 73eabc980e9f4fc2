import { useMemo, useState } from "react";
import { changes } from "../../../core/map/changes.ts";
import {
  compare,
  personasFelt,
  totals,
  type Drawn,
  type Totals,
} from "../../../core/map/compare.ts";
import { useLanguage } from "../../language/language.ts";
import { usePrinting } from "../use-printing.ts";
import { useWidth } from "../use-width.ts";
import { ChangeList } from "./change-list.tsx";
import { Overlaid } from "./overlaid.tsx";
import { SmallMaps } from "./small-map.tsx";
import { told } from "./told.ts";
import { compareText } from "./text.ts";
import { areStates, type Which } from "./which.ts";

type Props = {
  readonly workspace: string;
  readonly chosen: readonly Which[];
  readonly states: readonly Drawn[];
};

/** What is compared: in the same columns where these are states of one journey, else each in its own. */
export function ComparePage(props: Props) {
  const { states } = props;
  const t = compareText[useLanguage()];
  const same = useMemo(() => areStates(states.map(({ journey }) => journey)), [states]);
  const [beside, setBeside] = useState(false);
  return (
    <>
      {same && (
        <div className="compare-as" role="group" aria-label={t.as}>
          {[false, true].map((so) => (
            <button
              key={`${so}`}
              type="button"
              className="word-button"
              aria-pressed={beside === so}
              onClick={() => setBeside(so)}
            >
              {so ? t.beside : t.above}
            </button>
          ))}
        </div>
      )}
      {same && !beside ? <States {...props} /> : <SmallMaps {...props} />}
    </>
  );
}

const NARROWEST = 100;
const WIDEST = 176;
/** What an A3 on its side has room for, in CSS pixels at the size that is printed at. */
const PAPER = 2270;

function States({ workspace, chosen, states }: Props) {
  const t = compareText[useLanguage()];
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [about, setAbout] = useState<string | null>(null);
  const printing = usePrinting();
  const personas = useMemo(() => personasFelt(states), [states]);
  const [whose, setWhose] = useState<string | null>(null);
  const compared = useMemo(() => compare(states, whose), [states, whose]);
  const lists = useMemo(
    () =>
      states.slice(1).map(({ journey }, at) => {
        const above = states[at]?.journey ?? journey;
        return changes(above, journey).filter((change) => told(change, above, journey));
      }),
    [states],
  );
  const room = useWidth(frame);
  const fitting = Math.floor((printing ? PAPER : room) / Math.max(1, compared.length));
  const width = printing ? fitting : Math.max(NARROWEST, Math.min(WIDEST, fitting));
  return (
    <>
      {personas.length > 0 && (
        <label className="compare-whose">
          <span className="field-label">{t.whose}</span>
          <select value={whose ?? ""} onChange={({ target }) => setWhose(target.value || null)}>
            <option value="">{t.general}</option>
            {personas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="compare-counts">
        {states.slice(1).map(({ journey }, at) => (
          <Counts
            key={`${at}`}
            title={states.length > 2 ? t.since(states[at]?.journey.title ?? "") : null}
            state={states.length > 2 ? journey.title : null}
            counts={totals(compared, at + 1)}
          />
        ))}
      </div>
      <div className="compare-body">
        <div className="compare-frame" ref={setFrame}>
          <Overlaid
            workspace={workspace}
            chosen={chosen}
            states={states}
            compared={compared}
            lists={lists}
            width={width}
            about={about}
            onAbout={setAbout}
          />
        </div>
        <aside className="compare-aside">
          <h2>{t.changes}</h2>
          {lists.map((list, at) => (
            <ChangeList
              key={`${at}`}
              title={states.length > 2 ? (states[at + 1]?.journey.title ?? null) : null}
              changes={list}
              about={about}
              onAll={() => setAbout(null)}
              journey={states[at + 1]?.journey}
              above={states[at]?.journey}
            />
          ))}
        </aside>
      </div>
    </>
  );
}

const order = [
  "removed",
  "new",
  "moved",
  "painsGone",
  "painsNew",
  "opportunitiesNew",
  "opportunitiesGone",
  "better",
  "worse",
] as const satisfies readonly (keyof Totals)[];

/** What is different, in a line of counts. */
function Counts(props: {
  readonly state: string | null;
  readonly title: string | null;
  readonly counts: Totals;
}) {
  const t = compareText[useLanguage()];
  const there = order.filter((name) => props.counts[name] > 0);
  return (
    <section>
      {props.state !== null && (
        <h2>
          {props.state} <span className="quiet">{props.title}</span>
        </h2>
      )}
      {there.length === 0 ? (
        <p>{t.same}</p>
      ) : (
        <ul>
          {there.map((name) => (
            <li key={name}>{t.total[name](props.counts[name])}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
