import { Link } from "@tanstack/react-router";
import type { Pattern, PatternPlace } from "../../../core/question/pattern/pattern.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { Headline } from "../headline.tsx";
import { RateFigure } from "../rate-figure.tsx";
import { SortableTable } from "../sortable-table.tsx";
import { useStill } from "../still.ts";
import { TouchpointLabel } from "../touchpoint-label.tsx";
import "./pattern.css";

/** How many journeys hold the pattern, what stands around it, for whom it is more, and real ones. */
export function PatternAnswer(props: {
  readonly found: Pattern;
  /** Names of segments by id. */
  readonly names: ReadonlyMap<string, string>;
}) {
  const { found, names } = props;
  const still = useStill();
  const t = useText().pattern;
  const format = useFormat();
  const { matched, until, lasts } = found;
  if (matched.count === 0) return <Headline rate={matched}>{t.nobody}</Headline>;
  return (
    <>
      <Headline rate={matched}>{t.said(matched.count, format.percent(matched.share))}</Headline>
      <p>{t.times2(format.duration(until.medianSeconds), format.duration(lasts.medianSeconds))}</p>
      <div className="pattern-places">
        {(["before", "begins", "ends", "after"] as const).map((name) => (
          <Place key={name} name={name} place={found[name]} />
        ))}
      </div>
      {!still && <Examples examples={found.examples} />}
      <Groups groups={found.groups} names={names} />
    </>
  );
}

function Examples({ examples }: Pick<Pattern, "examples">) {
  const t = useText().pattern;
  return (
    <>
      <h2 className="figure-title">{t.examples}</h2>
      {examples.length === 0 ? (
        <p className="quiet">{t.tooFew}</p>
      ) : (
        <ul className="pattern-found">
          {examples.map((each) => (
            <Example key={each.id} journey={each} />
          ))}
        </ul>
      )}
    </>
  );
}

function Place(props: {
  readonly name: "before" | "begins" | "ends" | "after";
  readonly place: PatternPlace;
}) {
  const t = useText().pattern;
  const { name, place } = props;
  const none = name === "before" ? t.start : t.end;
  return (
    <section>
      <h2 className="figure-title">{t.places[name]}</h2>
      <ul>
        {place.touchpoints.map(({ touchpoint, share }) => (
          <li key={touchpoint?.code ?? 0}>
            {touchpoint ? <TouchpointLabel {...touchpoint} /> : <i>{none}</i>}
            <RateFigure rate={share} />
          </li>
        ))}
        {place.rest > 0 && <li className="quiet">{t.others(place.rest)}</li>}
      </ul>
    </section>
  );
}

function Groups(props: Pick<Pattern, "groups"> & { readonly names: ReadonlyMap<string, string> }) {
  const { groups, names } = props;
  const t = useText().pattern;
  const format = useFormat();
  if (groups.length === 0) return null;
  const most = Math.max(...groups.map(({ matched }) => matched.high ?? 0), 0.01);
  const nameOf = ({ segment, name }: Pattern["groups"][number]) =>
    segment === null ? name : (names.get(segment) ?? name);
  const kindOf = ({ attribute }: Pattern["groups"][number]) => attribute ?? t.segment;
  return (
    <>
      <h2 className="figure-title">{t.groups}</h2>
      <SortableTable
        caption={t.groups}
        rows={groups}
        rowKey={({ segment, attribute, name }) => `${segment} ${attribute} ${name}`}
        start={{ key: "share", falling: true }}
        columns={[
          { key: "group", label: t.group, render: nameOf, by: nameOf },
          { key: "kind", label: t.kind, render: kindOf, by: kindOf },
          {
            key: "share",
            label: t.share,
            numeric: true,
            render: ({ matched }) => <RateFigure rate={matched} most={most} />,
            by: ({ matched }) => matched.share,
          },
          {
            key: "journeys",
            label: t.journeys,
            numeric: true,
            render: ({ matched }) => format.number(matched.count),
            by: ({ matched }) => matched.count,
          },
        ]}
      />
    </>
  );
}

/** Steps before and after a match that are shown with it. */
const AROUND = 2;

function Example({ journey }: { readonly journey: Pattern["examples"][number] }) {
  const t = useText().pattern;
  const workspace = useWorkspaceSlug();
  const format = useFormat();
  const { path, begin, finish, steps, person, start } = journey;
  const from = Math.max(0, begin - 1 - AROUND);
  const to = Math.min(path.length, finish + AROUND);
  return (
    <li>
      <Link to="/w/$workspace/people/$person" params={{ workspace, person }}>
        {format.date(start)}
        <span className="visually-hidden"> {t.person}</span>
      </Link>
      <ol className="steps">
        {from > 0 && <li className="quiet">…</li>}
        {path.slice(from, to).map((label, nth) => {
          const place = from + nth + 1;
          return (
            <li key={`${place}`}>
              {place >= begin && place <= finish ? <strong>{label}</strong> : label}
            </li>
          );
        })}
        {to < steps && <li className="quiet">…</li>}
      </ol>
    </li>
  );
}
