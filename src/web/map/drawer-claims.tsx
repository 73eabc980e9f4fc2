import type { Picture } from "../../core/map/claim.ts";
import type { Touchpoint } from "../../core/map/journey.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import type { Column, Saying } from "../../core/map/sheet/column.ts";
import { holds, laneName } from "../../core/map/sheet/lanes.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { Section } from "./drawer-section.tsx";
import { MarkedText } from "./mark.tsx";
import { usePictureAddress } from "./picture-address.ts";
import { RichText } from "./rich-text.tsx";
import { PartTalk } from "./talk/part-talk.tsx";

export function Sayings({ sayings }: { readonly sayings: readonly Saying[] }) {
  const t = useText().map;
  if (sayings.length === 0) return null;
  return (
    <Section title={t.drawer.quotes} section="quotes">
      {sayings.map(({ id, text, by, kind }) => (
        <blockquote key={id ?? text} className="drawer-quote">
          <MarkedText text={t.quote(text)} kind={kind} />
          {by && <footer>{by}</footer>}
          {id !== null && <PartTalk element={id} name={text} />}
        </blockquote>
      ))}
    </Section>
  );
}

type Drawn = { readonly column: Column; readonly lanes: readonly SheetLane[] };

/** Pains, chances, actions, the organisation behind and rows of the team's own, as the team drew them. */
export function DrawnClaims({ column, lanes }: Drawn) {
  const { touchpoint, pains, opportunities } = column;
  const t = useText().map;
  const f = useFormat();
  const { actions = [], backstage, importance, pictures = [] } = touchpoint;
  const behind = [
    backstage?.frontstage?.join(" · "),
    backstage?.process,
    backstage?.system,
    backstage?.unit,
  ].filter((one) => one !== undefined);
  return (
    <div data-section="claims">
      {pains.length > 0 && (
        <Section title={t.drawer.pains}>
          {pains.map(({ id, title, text, kind }) => (
            <div key={id} className="cell-pain">
              <strong>
                <MarkedText text={title} kind={kind} />
              </strong>
              {text && <RichText className="cell-pain-text" text={text} />}
              <PartTalk element={id} name={title} />
            </div>
          ))}
        </Section>
      )}
      {opportunities.length > 0 && (
        <Section title={t.drawer.opportunities}>
          {opportunities.map(({ id, title, text, kind }) => (
            <div key={id} className="cell-opportunity">
              <MarkedText text={title} kind={kind} />
              {text && <RichText text={text} />}
              <PartTalk element={id} name={title} />
            </div>
          ))}
        </Section>
      )}
      {actions.length > 0 && (
        <Section title={t.drawer.actions}>
          {actions.map(({ id, title, owner = "", by, status = "open" }) => (
            <div key={id} className="cell-action" data-status={status}>
              {title}
              <span>
                {[t.by(owner, by ? f.date(by) : ""), t.actionStatus[status]]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <PartTalk element={id} name={title} />
            </div>
          ))}
        </Section>
      )}
      {importance && (
        <Section title={t.lane.importance}>
          <dl className="drawer-counts">
            {(["customer", "organisation"] as const).map((who) =>
              importance[who] === undefined ? null : (
                <div key={who}>
                  <dt>{t.importanceOf[who]}</dt>
                  <dd>{t.outOf(f.number(importance[who]), f.number(5))}</dd>
                </div>
              ),
            )}
          </dl>
        </Section>
      )}
      {behind.length > 0 && (
        <Section title={t.drawer.behind}>
          <p>{behind.join(" · ")}</p>
        </Section>
      )}
      {lanes
        .filter((lane) => lane.own !== null && holds(lane, column))
        .map((lane) => (
          <Section key={lane.key} title={laneName(lane, t)} section="own">
            <RichText text={touchpoint.cells?.[lane.own ?? ""] ?? ""} />
          </Section>
        ))}
      <Pictures pictures={pictures} />
    </div>
  );
}

function Pictures({ pictures }: { readonly pictures: readonly Picture[] }) {
  const t = useText().map;
  const address = usePictureAddress();
  if (pictures.length === 0 || !address) return null;
  return (
    <Section title={t.lane.picture} section="pictures">
      {pictures.map(({ id, hash, alt }) => (
        <img key={id} className="drawer-picture" src={address(hash)} alt={alt} loading="lazy" />
      ))}
    </Section>
  );
}

const asked = ["who", "what", "why", "where", "when", "how"] as const;

export function Questions({
  questions,
}: {
  readonly questions: NonNullable<Touchpoint["questions"]>;
}) {
  const t = useText().map.drawer;
  return (
    <Section title={t.questions} section="questions">
      <dl className="drawer-questions">
        {asked.map((one) =>
          questions[one] === undefined ? null : (
            <div key={one}>
              <dt>{t.question[one]}</dt>
              <dd>
                <RichText text={questions[one]} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}
