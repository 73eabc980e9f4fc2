import { CohortKind, CohortUnit, type Cohorts } from "../../../core/question/cohorts.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { AskTouchpoints } from "../ask-touchpoints.tsx";
import { useAsks } from "../asks.ts";
import { useFilter } from "../filter-address.ts";
import { FilterChoices } from "../filter-choices.tsx";
import { FilterWord } from "../filter-word.tsx";
import { Headline } from "../headline.tsx";
import { QuestionPage } from "../question-page.tsx";
import { CohortsLine } from "./cohorts-line.tsx";
import { CohortsTable } from "./cohorts-table.tsx";
import "./cohorts.css";

/** Whether customers come back, by when they came first. */
export function CohortsRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().cohorts;
  const [filter] = useFilter();
  const [{ begin, back, unit, kind }] = useAsks();
  const asked = {
    workspace,
    filter,
    ...(begin !== undefined && { first: begin }),
    ...(back !== undefined && { back }),
    ...(unit !== undefined && { unit }),
    ...(kind !== undefined && { kind }),
  };
  const answer = useAnswer("cohorts", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why(answer.data?.zone ?? "")}
      question="cohorts"
      asked={asked}
      answer={answer}
      asks={<CohortsAsks />}
    >
      {(found) => <ComingBack found={found} />}
    </QuestionPage>
  );
}

export function ComingBack({ found }: { readonly found: Cohorts }) {
  const t = useText().cohorts;
  return (
    <>
      <Said found={found} />
      {found.mean.length > 1 && <CohortsLine found={found} />}
      <CohortsTable found={found} />
      <p className="quiet">
        {t.legend} {found.followed !== null && t.followed[found.unit](found.followed)}{" "}
        {found.before > 0 && t.before(found.before)}
      </p>
    </>
  );
}

/** How many are back after one period, and when surely more are than in the period before. */
function Said({ found }: { readonly found: Cohorts }) {
  const t = useText().cohorts;
  const format = useFormat();
  const { mean, unit } = found;
  const [next] = mean;
  if (!next) return <Headline>{t.noneFollowed}</Headline>;
  const peak = mean
    .map((rate, at) => ({ rate, at }))
    .filter(({ rate, at }) => at > 0 && (rate.low ?? 0) > (mean[at - 1]!.high ?? 1))
    .toSorted((one, other) => (other.rate.share ?? 0) - (one.rate.share ?? 0))[0];
  const later = t.laterSaid[unit];
  return (
    <Headline rate={next}>
      {t.said(format.percent(next.share), later(1))}
      {peak && t.peak(format.percent(peak.rate.share), later(peak.at + 1))}.
    </Headline>
  );
}

function CohortsAsks() {
  const t = useText().cohorts;
  const facets = useAnswer("facets", { workspace: useWorkspaceSlug() }).data;
  const [{ begin, back, unit = "month", kind = "bracket" }, ask] = useAsks();
  const touchpoints = facets?.touchpoints ?? [];
  const one = (code: number | undefined) => (code === undefined ? [] : [code]);
  return (
    <div className="asks">
      <FilterWord label={t.unit} value={t.units[unit]} chosen={unit !== "month"}>
        <FilterChoices
          single
          label={t.unit}
          choices={CohortUnit.options.map((key) => ({ key, label: t.units[key] }))}
          chosen={[unit]}
          onToggle={(key) => ask({ unit: key === "month" ? undefined : CohortUnit.parse(key) })}
        />
      </FilterWord>
      <AskTouchpoints
        label={t.first}
        otherwise={t.anything}
        touchpoints={touchpoints}
        chosen={one(begin)}
        onChange={(codes) => ask({ begin: codes.find((code) => code !== begin) })}
      />
      <AskTouchpoints
        label={t.back}
        otherwise={t.anything}
        touchpoints={touchpoints}
        chosen={one(back)}
        onChange={(codes) => ask({ back: codes.find((code) => code !== back) })}
      />
      <FilterWord label={t.kind} value={t.kinds[kind]} chosen={kind !== "bracket"}>
        <FilterChoices
          single
          label={t.kind}
          choices={CohortKind.options.map((key) => ({ key, label: t.kinds[key] }))}
          chosen={[kind]}
          onToggle={(key) => ask({ kind: key === "bracket" ? undefined : CohortKind.parse(key) })}
        />
      </FilterWord>
    </div>
  );
}
