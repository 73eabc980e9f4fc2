import type { Chapter } from "../../../core/map/deck.ts";
import type { Column } from "../../../core/map/sheet/column.ts";
import { shownFeeling } from "../../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { ChannelIcon } from "../channel-icon.tsx";
import type { Drawing } from "../drawing.ts";
import { Mark, MarkedText } from "../mark.tsx";
import { CurveStrip } from "./curve-strip.tsx";
import { Figure } from "./figure.tsx";
import { presentText } from "./text.ts";

/** One episode: what the customer meets in it, what hurts most, what he says of it, and the figures. */
export function ChapterSlide(props: { readonly chapter: Chapter; readonly drawing: Drawing }) {
  const { chapter, drawing } = props;
  const { pain, quote } = chapter;
  const t = presentText[useLanguage()];
  const { map } = useText();
  return (
    <div className="present-chapter">
      <CurveStrip drawing={drawing} lit={chapter} />
      <div className="present-two">
        <div>
          <h2>{chapter.title}</h2>
          {chapter.goal !== null && <p className="present-goal">{chapter.goal}</p>}
          <ol className="present-touchpoints" aria-label={t.touchpoints}>
            {chapter.columns.map((column) => (
              <Touchpoint
                key={column.index}
                column={column}
                lowest={column.index === drawing.emotion.chosen.curve.lowest}
              />
            ))}
          </ol>
        </div>
        <div className="present-why">
          {pain && (
            <section className="present-pain">
              <h3>{t.pain}</h3>
              <p>
                <MarkedText text={pain.title} kind={pain.kind} />
              </p>
              {pain.text !== null && <p className="present-small">{pain.text}</p>}
              {chapter.morePains > 0 && (
                <p className="present-small">{t.more(chapter.morePains)}</p>
              )}
            </section>
          )}
          {quote && (
            <figure className="present-quote">
              <figcaption>{t.says}</figcaption>
              <blockquote>
                {map.quote(quote.text)} <Mark kind={quote.kind} />
              </blockquote>
              {quote.by !== null && <p className="present-small">{quote.by}</p>}
            </figure>
          )}
        </div>
      </div>
      <Figures chapter={chapter} />
    </div>
  );
}

function Touchpoint({ column, lowest }: { readonly column: Column; readonly lowest: boolean }) {
  const { map } = useText();
  const f = useFormat();
  const { touchpoint, feeling } = column;
  return (
    <li data-lowest={lowest || undefined}>
      <span>
        {touchpoint.title}
        {touchpoint.channel && (
          <small>
            <ChannelIcon channel={touchpoint.channel} />
            {map.channel[touchpoint.channel]}
          </small>
        )}
      </span>
      {feeling && (
        <b>
          {shownFeeling(feeling.value, f)} <Mark kind={feeling.kind} />
        </b>
      )}
    </li>
  );
}

/** The key figures of an episode, each with its interval and n; nothing where there are none. */
function Figures({ chapter: { come, end, wait, columns } }: { readonly chapter: Chapter }) {
  const t = presentText[useLanguage()];
  const { map } = useText();
  const f = useFormat();
  const felt = columns.flatMap(({ feeling, touchpoint }) =>
    feeling?.kind === "measured" ? [{ feeling, at: touchpoint.title }] : [],
  );
  const [lowest] = felt.toSorted((one, other) => one.feeling.value - other.feeling.value);
  if (!come && !wait && !lowest) return null;
  return (
    <dl className="present-figures" aria-label={t.figures}>
      {[come, end].map(
        (rate, at) =>
          rate &&
          rate.low !== null &&
          rate.high !== null && (
            <Figure
              key={at === 0 ? "come" : "end"}
              value={f.percent(rate.share)}
              label={at === 0 ? t.come : t.end}
              rests={map.note.interval(f.percent(rate.low), f.percent(rate.high))}
              n={rate.n}
            />
          ),
      )}
      {wait && (
        <Figure
          value={f.duration(wait.wait.medianSeconds)}
          label={t.wait(wait.after)}
          rests={map.note.quartiles(
            f.duration(wait.wait.p25Seconds),
            f.duration(wait.wait.p75Seconds),
          )}
          n={wait.wait.n}
        />
      )}
      {lowest && (
        <Figure
          value={shownFeeling(lowest.feeling.value, f)}
          label={t.feels(lowest.at)}
          rests={
            lowest.feeling.low === null || lowest.feeling.high === null
              ? null
              : map.note.interval(
                  shownFeeling(lowest.feeling.low, f),
                  shownFeeling(lowest.feeling.high, f),
                )
          }
          n={lowest.feeling.n ?? 0}
        />
      )}
    </dl>
  );
}
