import { Link } from "@tanstack/react-router";
import type { Gap, Hit } from "../../../core/question/gaps/gap.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useStill } from "../still.ts";
import { GapWeeks } from "./gap-weeks.tsx";

type Named = { readonly gap: Gap; readonly names: ReadonlyMap<string, string> };

/** One gap: what happens in a sentence, how many it is, since when, and who can tell. */
export function GapEntry({ gap, names }: Named) {
  const t = useText().gaps;
  const format = useFormat();
  const still = useStill();
  const { perMonth, stake } = gap;
  const count = (value: number) => format.number(value, value < 10 ? 1 : 0);
  return (
    <li className="gap">
      <div className="gap-figure">
        <strong>{t.perMonth(count(perMonth.value))}</strong>
        <span>{t.more}</span>
        <small>{t.interval(count(perMonth.low), count(perMonth.high))}</small>
        {stake && (
          <small>
            {t.stake(
              `${format.number(Math.round(stake.perMonth.value))} ${stake.unit}`,
              stake.name.toLowerCase(),
            )}
          </small>
        )}
      </div>
      <div className="gap-told">
        <h2>
          <Sentence gap={gap} names={names} />
        </h2>
        <Compared gap={gap} />
        {gap.quotes.map(({ text, person }) => (
          <blockquote key={`${person} ${text}`}>{text}</blockquote>
        ))}
        {!still && <Examples gap={gap} />}
      </div>
      <GapWeeks gap={gap} />
    </li>
  );
}

function Sentence({ gap, names }: Named) {
  const t = useText().gaps;
  const format = useFormat();
  const hit = gap.segment ?? gap.circumstance;
  const who = hit === null ? t.everybody : whoIs(hit);
  const { event } = gap.from;
  return t.said[gap.kind](who, event, format.percent(gap.rate.share), gap.to?.event ?? "");

  function whoIs({ segment, attribute, name }: Hit): string {
    return segment === null ? t.group(attribute ?? "", name) : (names.get(segment) ?? name);
  }
}

function Compared({ gap }: { readonly gap: Gap }) {
  const { period, usual, circumstance, segment, wait, weeks, rate, handover } = gap;
  const t = useText();
  const format = useFormat();
  const last = weeks.at(-1)?.from ?? "";
  const open = period !== null && period.to > last;
  return (
    <p className="gap-compared">
      {(usual.by === "others" ? t.gaps.others : t.gaps.kind)(format.percent(usual.share))}{" "}
      {period === null
        ? t.gaps.always
        : open
          ? t.gaps.since(format.date(period.from))
          : t.gaps.during(format.date(period.from), format.date(period.to))}{" "}
      {segment !== null && circumstance !== null && circumstance.attribute !== null && (
        <>
          {t.gaps.along(
            circumstance.attribute,
            circumstance.name,
            format.percent(circumstance.rate.share),
            format.percent(circumstance.others.share),
          )}{" "}
        </>
      )}
      {handover !== null && <>{t.gaps.handover[handover.between](handover.from, handover.to)} </>}
      {wait !== null && <>{t.gaps.waited(format.duration(wait.medianSeconds))} </>}
      <span className="quiet">
        {t.question.interval(format.interval(rate.low, rate.high))}, {format.n(rate.n)}
      </span>
    </p>
  );
}

function Examples({ gap }: { readonly gap: Gap }) {
  const t = useText().gaps;
  const workspace = useWorkspaceSlug();
  return (
    <p className="gap-examples">
      {t.examples}:{" "}
      {gap.examples.map(({ journey, person }, nth) => (
        <Link key={journey} to="/w/$workspace/people/$person" params={{ workspace, person }}>
          {t.example(nth + 1)}
        </Link>
      ))}
      <Link
        to="/w/$workspace/journeys"
        params={{ workspace }}
        search={{ filter: { passed: [gap.from.code, ...(gap.to ? [gap.to.code] : [])] } }}
      >
        {t.journeys}
      </Link>
    </p>
  );
}
