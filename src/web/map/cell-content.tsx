import type { ReactNode } from "react";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import type { Claim, Column } from "../../core/map/sheet/column.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { cellEvidence } from "./lane.ts";
import { MarkedText } from "./mark.tsx";
import { MetricFigure } from "./metric-figure.tsx";
import { usePictureAddress } from "./picture-address.ts";
import { RichText } from "./rich-text.tsx";
import { Figures, Importance, Scores, Wait } from "./cell-figure.tsx";

type Content = { readonly column: Column; readonly lane: SheetLane; readonly long: boolean };

/** What a lane says about one touchpoint; nothing where it has nothing to say. */
export function CellContent({ column, lane, long }: Content): ReactNode {
  const { touchpoint, figures } = column;
  const kind = cellEvidence(lane, column);
  switch (lane.kind) {
    case "emotion":
    case "stream":
      return null;
    case "goal":
      return column.opens && column.episode.goal && kind ? (
        <RichText
          className="cell-goal"
          style={{
            inlineSize: `calc(${column.span} * var(--column) - 12px)`,
          }}
          text={column.episode.goal}
          kind={kind}
          inCell
        />
      ) : null;
    case "doing":
      return touchpoint.doing && kind ? (
        <RichText className="cell-doing" text={touchpoint.doing} kind={kind} inCell />
      ) : null;
    case "quotes":
      return <Sayings column={column} />;
    case "wait":
      return figures && <Wait wait={figures.wait} long={long} />;
    case "figures":
      return figures && <Figures figures={figures} />;
    case "importance":
      return touchpoint.importance ? <Importance importance={touchpoint.importance} /> : null;
    case "pains":
      return column.pains.map((claim) => <Pain key={claim.title} claim={claim} />);
    case "opportunities":
      return column.opportunities.map((claim) => <Opportunity key={claim.title} claim={claim} />);
    case "scores":
      return figures && <Scores scores={figures.scores} />;
    case "frontstage":
      return <p className="cell-plain">{touchpoint.backstage?.frontstage?.join(" · ")}</p>;
    case "backstage":
      return (
        <p className="cell-plain">
          {touchpoint.backstage?.process}
          <span className="cell-system">{touchpoint.backstage?.system}</span>
        </p>
      );
    case "unit":
      return <p className="cell-plain">{touchpoint.backstage?.unit}</p>;
    case "actions":
      return <Actions column={column} />;
    case "picture":
      return <Thumbnail column={column} />;
    case "metrics":
      return column.metrics.map((shown) => <MetricFigure key={shown.metric.id} shown={shown} />);
    case "text":
      return lane.own !== null && touchpoint.cells?.[lane.own] ? (
        <RichText className="cell-own" text={touchpoint.cells[lane.own] ?? ""} inCell />
      ) : null;
  }
}

/** The first picture, small; the others are in the drawer. */
function Thumbnail({ column: { touchpoint } }: { readonly column: Column }) {
  const t = useText().map;
  const f = useFormat();
  const address = usePictureAddress();
  const [first, ...more] = touchpoint.pictures ?? [];
  if (!first || !address) return null;
  return (
    <>
      <img className="cell-picture" src={address(first.hash)} alt={first.alt} loading="lazy" />
      {more.length > 0 && <span className="cell-more">{t.more(f.number(more.length))}</span>}
    </>
  );
}

function Sayings({ column: { sayings } }: { readonly column: Column }) {
  const t = useText().map;
  const f = useFormat();
  const [first] = sayings;
  if (!first) return null;
  return (
    <p className="cell-quote">
      <MarkedText text={t.quote(first.text)} kind={first.kind} />
      {sayings.length > 1 && (
        <span className="cell-more">{t.more(f.number(sayings.length - 1))}</span>
      )}
    </p>
  );
}

function About({ claim: { about } }: { readonly claim: Claim }) {
  const t = useText().map;
  if (about === "touchpoint") return null;
  return (
    <span className="cell-about">
      {about === "episode" ? t.episodeWide : t.onwardTo(about.onwardTo)}
    </span>
  );
}

function Pain({ claim }: { readonly claim: Claim }) {
  return (
    <div className="cell-pain">
      <strong>
        <MarkedText text={claim.title} kind={claim.kind} />
      </strong>
      <About claim={claim} />
      {claim.text && <RichText className="cell-pain-text" text={claim.text} inCell />}
    </div>
  );
}

function Opportunity({ claim }: { readonly claim: Claim }) {
  return (
    <div className="cell-opportunity">
      <MarkedText text={claim.title} kind={claim.kind} />
      <About claim={claim} />
    </div>
  );
}

function Actions({ column: { touchpoint } }: { readonly column: Column }) {
  const t = useText().map;
  const f = useFormat();
  return touchpoint.actions?.map(({ title, owner = "", by, status = "open" }) => (
    <div key={title} className="cell-action" data-status={status}>
      {title}
      <span>
        {[t.by(owner, by ? f.date(by) : ""), t.actionStatus[status]].filter(Boolean).join(" · ")}
      </span>
    </div>
  ));
}
