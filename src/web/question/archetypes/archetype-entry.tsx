import { Link } from "@tanstack/react-router";
import type { Archetype } from "../../../core/question/archetypes/archetypes.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { DifferenceTable } from "../contrast/difference-table.tsx";
import { RateFigure } from "../rate-figure.tsx";
import { runsOf } from "../route-steps.ts";
import { StepRuns } from "../step-runs.tsx";
import "../segments/segments.css";

/** A journey that stands for others: how many, its way, how fast, how it ends, what sets it apart. */
export function ArchetypeEntry({ archetype }: { readonly archetype: Archetype }) {
  const text = useText();
  const t = text.archetypes;
  const format = useFormat();
  const workspace = useWorkspaceSlug();
  const { size, people, steps, exactly, likeness, goal, duration, scores } = archetype;
  const { differences, sure, compared, example } = archetype;
  const time = (seconds: number | null) => format.duration(seconds);
  return (
    <li className="segment">
      <div className="segment-figure">
        <strong>{format.percent(size.share)}</strong>
        <span>{t.size}</span>
        <small>{text.question.interval(format.interval(size.low, size.high))}</small>
        <small>{text.segments.customers(format.number(people))}</small>
      </div>
      <div>
        <StepRuns runs={runsOf(steps)} />
        <p className="segment-goal">
          {text.contrast.goal} <RateFigure rate={goal} />
        </p>
        <ul className="segment-differences">
          <li>
            {text.contrast.duration}: {time(duration.medianSeconds)} (
            {text.question.interval(`${time(duration.low)} – ${time(duration.high)}`)}),{" "}
            {t.quartiles(time(duration.p25Seconds), time(duration.p75Seconds))}
          </li>
          {scores.map(({ name, low, high, mean }) => (
            <li key={`${name} ${low} ${high}`}>
              {t.score(name, format.number(mean.value, 1), format.number(low), format.number(high))}
              {mean.low !== null && mean.high !== null && (
                <span className="quiet">
                  {" "}
                  {text.question.interval(
                    `${format.number(mean.low, 1)} – ${format.number(mean.high, 1)}`,
                  )}
                  , {format.n(mean.n)}
                </span>
              )}
            </li>
          ))}
        </ul>
        {differences.length > 0 && (
          <details className="segment-all">
            <summary>{text.segments.all(differences.length, sure, compared)}</summary>
            <DifferenceTable
              caption={t.differs}
              differences={differences}
              one={text.segments.these}
              other={text.segments.others}
            />
          </details>
        )}
        <p className="segment-doors">
          <span>{t.exactly(format.number(exactly), format.percent(likeness))}</span>
          {example.person !== "" && (
            <Link to="/w/$workspace/people/$person" params={{ workspace, person: example.person }}>
              {t.example}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}
