import { Link, useParams } from "@tanstack/react-router";
import type { Timeline, TimelineEvent } from "../../core/question/answers.ts";
import { useAnswer } from "../app/answer.ts";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { dayOf } from "../question/filter-change.ts";
import { Why } from "../question/why.tsx";
import { PersonPrivacy } from "../people/person/person-privacy.tsx";
import { Ties } from "./ties/ties.tsx";
import { AccessLinks } from "../people/access-links.tsx";
import { ActorOnce } from "../people/request/actor.tsx";
import { PersonConsent } from "../people/consent/person-consent.tsx";
import { groupDays, journeyStarts, newsOf, whiteFor } from "./timeline-days.ts";
import "./timeline.css";

export function TimelineRoute() {
  const workspace = useWorkspaceSlug();
  const { person = "" } = useParams({ strict: false });
  const t = useText().timeline;
  const answer = useAnswer("timeline", { workspace, person });
  return (
    <div className="page narrow timeline">
      <Link
        to="/w/$workspace/journeys"
        params={{ workspace }}
        search={(before) => before}
        className="quiet"
      >
        {t.back}
      </Link>
      {answer.isError ? (
        <Trouble error={answer.error} onAgain={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Waiting />
      ) : (
        <Trail workspace={workspace} timeline={answer.data} />
      )}
    </div>
  );
}

/** Everything one customer did, as a trail down the page; silence is white space. */
function Trail({
  workspace,
  timeline,
}: {
  readonly workspace: string;
  readonly timeline: Timeline;
}) {
  const t = useText().timeline;
  const format = useFormat();
  const { events, identifiers } = timeline;
  const sources = new Set(events.map(({ source }) => source)).size;
  const starts = journeyStarts(events);
  const news = newsOf(events);
  return (
    <>
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">
          {events.length > 0
            ? t.lead(events.length, sources)
            : identifiers.length > 0
              ? t.noEvents
              : t.none}
        </p>
        {identifiers.length === 0 && <p className="quiet">{t.unknown}</p>}
      </header>
      <ActorOnce>
        {identifiers.length > 0 && <Ties workspace={workspace} person={timeline.person} />}
        <ol className="days">
          {groupDays(events, (time) => dayOf(time)).map((day) => (
            <li key={day.time}>
              {day.silence !== null && (
                <p className="silence" style={{ height: whiteFor(day.silence) }}>
                  {day.silence >= 2 * 86_400 && (
                    <span>{t.silence(format.duration(day.silence))}</span>
                  )}
                </p>
              )}
              <h2 className="day">{format.weekday(day.time)}</h2>
              <ol className="moments">
                {day.events.map((event, place) => (
                  <Moment
                    key={`${event.time} ${place}`}
                    event={event}
                    begins={starts.has(event)}
                    news={news.get(event) ?? []}
                  />
                ))}
              </ol>
            </li>
          ))}
        </ol>
        {timeline.more && <p className="quiet">{t.more}</p>}
        <PersonConsent workspace={workspace} person={timeline.person} />
        <PersonPrivacy workspace={workspace} person={timeline.person} />
      </ActorOnce>
      <AccessLinks workspace={workspace} person={timeline.person} />
      <Why>{t.why}</Why>
    </>
  );
}

function Moment(props: {
  readonly event: TimelineEvent;
  readonly begins: boolean;
  readonly news: readonly (readonly [string, string])[];
}) {
  const { event, begins } = props;
  const t = useText().timeline;
  const format = useFormat();
  const facts = [
    event.place,
    event.how,
    event.why && t.about(event.why),
    ...props.news.map(([name, value]) => `${name}: ${value}`),
  ].filter((fact) => fact !== "");
  return (
    <li
      className="moment"
      data-kind={event.kind}
      id={begins ? (event.journey ?? undefined) : undefined}
    >
      <time dateTime={event.time}>{format.time(event.time)}</time>
      <div>
        {begins && <p className="begins">{t.newJourney}</p>}
        <p className="moment-title">
          {event.event || t.fact}
          <span className="moment-source">
            {[event.channel, event.source].filter((each) => each !== "").join(" · ")}
          </span>
        </p>
        {event.comment !== "" && <blockquote>{t.quote(event.comment)}</blockquote>}
        {event.measures.length > 0 && (
          <ul className="moment-measures">
            {event.measures.map((measure) => (
              <li key={measure.name}>
                <span className="quiet">{measure.name}</span> <MeasureValue measure={measure} />
              </li>
            ))}
          </ul>
        )}
        {facts.length > 0 && <p className="quiet">{facts.join(" · ")}</p>}
      </div>
    </li>
  );
}

function MeasureValue({ measure }: { readonly measure: TimelineEvent["measures"][number] }) {
  const t = useText().timeline;
  const format = useFormat();
  const { kind, value, unit, low, high } = measure;
  if (kind === "score" && low !== null && high !== null) {
    return t.outOf(format.number(value, 1), format.number(Math.max(low, high), 1));
  }
  if (kind === "duration" || kind === "between") return format.duration(value);
  if (kind === "moment") return format.dateTime(new Date(value * 1000).toISOString());
  return [format.number(value, 2), unit].filter((part) => part !== "").join(" ");
}
