import { useMutation } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Timeline, TimelineEvent } from "../../core/question/answers.ts";
import { useAnswer } from "../app/answer.ts";
import { call } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { dayOf } from "../question/filter-change.ts";
import { Why } from "../question/why.tsx";
import { PersonPrivacy } from "../people/person/person-privacy.tsx";
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
        <Trail timeline={answer.data} />
      )}
    </div>
  );
}

/** Everything one customer did, as a trail down the page; silence is white space. */
function Trail({ timeline }: { readonly timeline: Timeline }) {
  const t = useText().timeline;
  const format = useFormat();
  const workspace = useWorkspaceSlug();
  const { events } = timeline;
  const sources = new Set(events.map(({ source }) => source)).size;
  const starts = journeyStarts(events);
  const news = newsOf(events);
  return (
    <>
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{events.length === 0 ? t.none : t.lead(events.length, sources)}</p>
        <Identifiers key={timeline.person} timeline={timeline} />
      </header>
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
      <PersonPrivacy workspace={workspace} person={timeline.person} />
      <Why>{t.why}</Why>
    </>
  );
}

/** What he is known by: masked, until somebody asks for it. */
function Identifiers({ timeline }: { readonly timeline: Timeline }) {
  const t = useText().timeline;
  const workspace = useWorkspaceSlug();
  const { person } = timeline;
  const [shown, setShown] = useState<Timeline["identifiers"] | null>(null);
  const reveal = useMutation({
    mutationFn: () => call("timeline", { workspace, person, reveal: "1" }),
    onSuccess: ({ identifiers }) => setShown(identifiers),
  });
  if (timeline.identifiers.length === 0) return <p className="quiet">{t.unknown}</p>;
  return (
    <>
      <div className="identifiers">
        <span className="quiet">{t.known}</span>
        <ul>
          {(shown ?? timeline.identifiers).map(({ kind, value }) => (
            <li key={`${kind} ${value}`}>
              <span className="quiet">{kind}</span> {value}
            </li>
          ))}
        </ul>
        {shown === null && <span className="quiet">{t.masked}</span>}
        <button
          type="button"
          className="link-button"
          aria-disabled={reveal.isPending}
          onClick={() => {
            if (shown !== null) setShown(null);
            else if (!reveal.isPending) reveal.mutate();
          }}
        >
          {shown === null ? t.reveal : t.mask}
        </button>
      </div>
      {reveal.isError && <Trouble error={reveal.error} onAgain={() => reveal.mutate()} />}
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
  return [format.number(value, 2), unit].filter((part) => part !== "").join(" ");
}
