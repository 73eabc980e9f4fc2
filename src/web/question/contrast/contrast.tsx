import { Link } from "@tanstack/react-router";
import type { Contrast } from "../../../core/question/contrast/contrast.ts";
import { SURE } from "../../../core/question/contrast/difference.ts";
import type { Filter } from "../../../core/question/filter.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { AskGoal } from "../ask-goal.tsx";
import { useAsks } from "../asks.ts";
import { FilterBar } from "../filter-bar.tsx";
import { isEverything, readFilter } from "../filter-change.ts";
import { Headline } from "../headline.tsx";
import { QuestionPage } from "../question-page.tsx";
import { useTowardGoal } from "../toward-goal.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { SidesTable } from "./sides-table.tsx";
import "../segments/segments.css";

/** So many differences stand open. */
const FIRST = 20;

/** Two groups of journeys beside each other. */
export function ContrastRoute() {
  const t = useText().contrast;
  const [{ other }] = useAsks();
  const asked = {
    ...useTowardGoal(),
    ...(other !== undefined && { other: otherOf(other) }),
  };
  const answer = useAnswer("contrast", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="contrast"
      asked={{ ...asked, ...(other !== undefined && { other }) } as typeof asked}
      answer={answer}
      asks={
        <>
          <OtherSide />
          <div className="asks">
            <AskGoal goal={answer.data?.goal} />
          </div>
        </>
      }
    >
      {(found) =>
        isEverything(asked.filter) && other === undefined ? (
          <Beginning />
        ) : (
          <SideBySide found={found} others={other === undefined} />
        )
      }
    </QuestionPage>
  );
}

function otherOf(text: string): Filter {
  try {
    return readFilter(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Whom the first side stands beside: all others, or who is chosen. */
function OtherSide() {
  const t = useText().contrast;
  const workspace = useWorkspaceSlug();
  const [{ other }, ask] = useAsks();
  if (other === undefined)
    return (
      <p className="contrast-other">
        {t.other}: {t.allOthers}{" "}
        <button type="button" className="link-button" onClick={() => ask({ other: "{}" })}>
          {t.choose}
        </button>
      </p>
    );
  return (
    <div className="contrast-other">
      <span>{t.other}:</span>
      <FilterBar
        workspace={workspace}
        filter={otherOf(other)}
        onChange={(next) => ask({ other: JSON.stringify(next) })}
      />
      <button type="button" className="link-button" onClick={() => ask({ other: undefined })}>
        {t.toOthers}
      </button>
    </div>
  );
}

/** Nothing is chosen yet: what one may begin with. */
function Beginning() {
  const t = useText().contrast;
  const workspace = useWorkspaceSlug();
  const facets = useAnswer("facets", { workspace }).data;
  const to = "/w/$workspace/contrast";
  const [from, until] = [facets?.from, facets?.to].map((time) => time && Date.parse(time));
  const half = from && until ? new Date((from + until) / 2).toISOString() : null;
  return (
    <div className="contrast-first">
      <h2>{t.first}</h2>
      <p>{t.firstHint}</p>
      <ul>
        {facets?.segments.map(({ id, name }) => (
          <li key={id}>
            <Link to={to} params={{ workspace }} search={{ filter: { segment: id } }}>
              {t.personaAgainst(name)}
            </Link>
          </li>
        ))}
        {half !== null && (
          <li>
            <Link to={to} params={{ workspace }} search={{ filter: { from: half } }}>
              {t.halves}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Two sides beside each other; without another one asked for that is all others. */
export function SideBySide(props: { readonly found: Contrast; readonly others: boolean }) {
  const { apart, differences, compared, sure, both } = props.found;
  const t = useText().contrast;
  const format = useFormat();
  const other = props.others ? t.allOthers : t.other;
  const certain = differences.filter(({ q }) => q <= SURE);
  const rest = differences.filter(({ q }) => q > SURE);
  const told = apart !== null && apart.p <= SURE ? t.apart : t.alike;
  return (
    <>
      <Headline>
        {apart === null
          ? t.few
          : told(format.percent(apart.distance), format.percent(apart.byChance))}
      </Headline>
      <SidesTable found={props.found} other={other} />
      {both > 0 && <p className="quiet">{t.both(format.number(both))}</p>}
      {compared > 0 && (
        <p className="contrast-said">
          {sure > 0
            ? t.sure(format.number(sure), format.number(compared))
            : t.none(format.number(compared))}
        </p>
      )}
      {certain.length > 0 && (
        <DifferenceTable
          caption={t.surely}
          differences={certain.slice(0, FIRST)}
          one={t.one}
          other={other}
        />
      )}
      {certain.length > FIRST && (
        <details className="segment-all">
          <summary>{t.smaller(format.number(certain.length - FIRST))}</summary>
          <DifferenceTable
            caption={t.smaller(format.number(certain.length - FIRST))}
            differences={certain.slice(FIRST)}
            one={t.one}
            other={other}
          />
        </details>
      )}
      {rest.length > 0 && (
        <details className="segment-all">
          <summary>{t.perhaps(format.number(rest.length))}</summary>
          <DifferenceTable
            caption={t.perhaps(format.number(rest.length))}
            differences={rest}
            one={t.one}
            other={other}
          />
        </details>
      )}
    </>
  );
}
