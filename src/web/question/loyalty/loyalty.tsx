import type { Loyalty } from "../../../core/question/loyalty/loyalty.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { AskTouchpoints } from "../ask-touchpoints.tsx";
import { codesOf, useAsks } from "../asks.ts";
import { useFilter } from "../filter-address.ts";
import { FilterChoices } from "../filter-choices.tsx";
import { FilterWord } from "../filter-word.tsx";
import { Headline } from "../headline.tsx";
import { QuestionPage } from "../question-page.tsx";
import { LoyaltyLadder } from "./loyalty-ladder.tsx";
import { LoyaltyMoves } from "./loyalty-moves.tsx";
import { LoyaltyQuadrant } from "./loyalty-quadrant.tsx";
import "./loyalty.css";

/** Who keeps buying and appreciating, who moves where, and who climbs. */
export function LoyaltyRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().loyalty;
  const [filter] = useFilter();
  const [{ goal, bought, liked, days }] = useAsks();
  const asked = {
    workspace,
    filter,
    ...(goal !== undefined && { buying: codesOf(goal) }),
    ...(bought !== undefined && { bought }),
    ...(liked !== undefined && { liked }),
    ...(days !== undefined && { days }),
  };
  const answer = useAnswer("loyalty", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why(answer.data?.zone ?? "")}
      question="loyalty"
      asked={asked}
      answer={answer}
      asks={<LoyaltyAsks found={answer.data} />}
    >
      {(found) => <CornersAndLadder found={found} />}
    </QuestionPage>
  );
}

export function CornersAndLadder({ found }: { readonly found: Loyalty }) {
  const t = useText().loyalty;
  return (
    <>
      <Corners found={found} />
      <h2 className="figure-title">{t.ladder}</h2>
      {found.ladder ? (
        <LoyaltyLadder ladder={found.ladder} />
      ) : (
        <p className="none">{t.noLadder}</p>
      )}
    </>
  );
}

function Corners({ found }: { readonly found: Loyalty }) {
  const t = useText().loyalty;
  const format = useFormat();
  const { periods, attitude } = found;
  const [, now] = periods;
  if (attitude.scores.length === 0) return <p className="none">{t.noScores}</p>;
  if (now.measured.count === 0) return <p className="none">{t.none}</p>;
  const shareOf = (corner: string) => now.corners.find((each) => each.corner === corner)!.share;
  const on = (low: number, high: number) => format.number(low + attitude.least * (high - low), 1);
  const silent = now.people - now.measured.count;
  return (
    <>
      <Headline rate={shareOf("true")}>
        {t.said(format.percent(shareOf("true").share), format.percent(shareOf("spurious").share))}
      </Headline>
      <LoyaltyQuadrant periods={periods} />
      <p className="loyalty-note">
        {t.silent(silent, now.people, format.rate(now.boughtUnmeasured))}{" "}
        {t.standIn(t.marks(on(1, 5), on(0, 10)))}
      </p>
      <LoyaltyMoves found={found} />
    </>
  );
}

const leastTimes = [1, 2, 3, 5, 10] as const;
const leastMarks = [60, 70, 75, 80, 90] as const;
const lengths = ["half", 365, 182, 91, 30] as const;

function LoyaltyAsks({ found }: { readonly found: Loyalty | undefined }) {
  const t = useText().loyalty;
  const facets = useAnswer("facets", { workspace: useWorkspaceSlug() }).data;
  const [{ goal, bought = 1, liked = 75, days }, ask] = useAsks();
  const chosen =
    goal === undefined ? (found?.buying.touchpoints.map(({ code }) => code) ?? []) : codesOf(goal);
  const length = lengths.find((each) => each === days) ?? "half";
  return (
    <div className="asks">
      <AskTouchpoints
        label={t.buying}
        otherwise={t.choose}
        touchpoints={facets?.touchpoints ?? []}
        chosen={chosen}
        onChange={(codes) => ask({ goal: codes.length === 0 ? undefined : codes.join(",") })}
      />
      {found && found.buying.by !== "asked" && (
        <span className="quiet">{t.by[found.buying.by]}</span>
      )}
      <FilterWord label={t.bought} value={t.times(bought)} chosen={bought !== 1}>
        <FilterChoices
          single
          label={t.bought}
          choices={leastTimes.map((n) => ({ key: `${n}`, label: t.times(n) }))}
          chosen={[`${bought}`]}
          onToggle={(key) => ask({ bought: key === "1" ? undefined : Number(key) })}
        />
      </FilterWord>
      <FilterWord label={t.liked} value={t.ofScale(liked)} chosen={liked !== 75}>
        <FilterChoices
          single
          label={t.liked}
          choices={leastMarks.map((n) => ({ key: `${n}`, label: t.ofScale(n) }))}
          chosen={[`${liked}`]}
          onToggle={(key) => ask({ liked: key === "75" ? undefined : Number(key) })}
        />
      </FilterWord>
      <FilterWord label={t.days} value={t.lengths[length]} chosen={days !== undefined}>
        <FilterChoices
          single
          label={t.days}
          choices={lengths.map((key) => ({ key: `${key}`, label: t.lengths[key] }))}
          chosen={[`${length}`]}
          onToggle={(key) => ask({ days: key === "half" ? undefined : Number(key) })}
        />
      </FilterWord>
    </div>
  );
}
