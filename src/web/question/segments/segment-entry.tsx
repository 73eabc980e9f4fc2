import { Link } from "@tanstack/react-router";
import type { Proposal } from "../../../core/question/segments/segments.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { DifferenceTable } from "../contrast/difference-table.tsx";
import { saidOf, valueOf } from "../contrast/difference-words.ts";
import { RateFigure } from "../rate-figure.tsx";
import { useStill } from "../still.ts";
import { Adopt } from "./adopt.tsx";
import { predicateWords } from "./predicate-words.ts";

/** Differences that are told before one opens the rest. */
const FIRST = 4;
/** From here on two groups are the same customers, but for what the data does not know of some. */
const SAME = 0.9;

/** A kind of customers: who they are, how many, what they do differently, and whether a map has them. */
export function SegmentEntry({ proposal }: { readonly proposal: Proposal }) {
  const text = useText();
  const t = text.segments;
  const format = useFormat();
  const workspace = useWorkspaceSlug();
  const still = useStill();
  const { predicate, size, people, goal, duration, differences, sure, compared, persona } =
    proposal;
  const name = predicateWords(predicate, t);
  const drawn = persona !== null && (persona.both.share ?? 0) >= SAME;
  return (
    <li className="segment">
      <div className="segment-figure">
        <strong>{format.percent(size.share)}</strong>
        <span>{t.ofJourneys}</span>
        <small>{text.question.interval(format.interval(size.low, size.high))}</small>
        <small>{t.customers(format.number(people))}</small>
      </div>
      <div>
        <h2>{name}</h2>
        <p className="segment-goal">
          {text.contrast.goal} <RateFigure rate={goal} />
          {goal.count > 0 && duration.medianSeconds !== null && (
            <span className="quiet">
              {text.contrast.duration}: {format.duration(duration.medianSeconds)}
            </span>
          )}
        </p>
        <ul className="segment-differences">
          {differences.slice(0, FIRST).map((each) => (
            <li key={saidOf(each, text.contrast)}>
              {t.against(
                saidOf(each, text.contrast),
                valueOf(each, each.one, format),
                valueOf(each, each.other, format),
              )}
            </li>
          ))}
          {differences.length === 0 && <li>{t.nothing}</li>}
        </ul>
        {differences.length > 0 && (
          <details className="segment-all">
            <summary>{t.all(differences.length, sure, compared)}</summary>
            <DifferenceTable
              caption={t.differs(name)}
              differences={differences}
              one={t.these}
              other={t.others}
            />
          </details>
        )}
        <p className="segment-doors">
          {persona && (
            <span>
              {(drawn ? t.drawn : t.near)(persona.name, format.percent(persona.both.share))}
            </span>
          )}
          {!still && (
            <Link
              to="/w/$workspace/journeys"
              params={{ workspace }}
              search={{ filter: { attributes: predicate } }}
            >
              {t.journeys}
            </Link>
          )}
        </p>
        {!drawn && !still && <Adopt proposal={proposal} />}
      </div>
    </li>
  );
}
