import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { TouchpointDetail } from "../../core/evidence/overlay.ts";
import { useText } from "../language/text.ts";
import { ChannelIcon } from "./channel-icon.tsx";
import type { Column } from "../../core/map/sheet/column.ts";
import { DrawnClaims, Questions, Sayings } from "./drawer-claims.tsx";
import { FigureTable, Scores } from "./drawer-figures.tsx";
import { Section } from "./drawer-section.tsx";
import { Examples, Ways } from "./drawer-ways.tsx";
import { Sources, Why } from "./drawer-why.tsx";
import type { About } from "./drawer-why.tsx";
import { useEditMode } from "./edit/edit-mode.ts";
import { useEditing } from "./edit/editing.ts";
import { TouchpointInspector } from "./edit/inspect/touchpoint-inspector.tsx";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { MetricFigure } from "./metric-figure.tsx";
import { OpenedJourney } from "./portfolio/opened-journey.tsx";
import { FieldOn } from "../evidence/field-on.tsx";
import { RichText } from "./rich-text.tsx";
import { DrawerTalk, DrawerTalkHead } from "./talk/drawer-talk.tsx";
import { NotesOn } from "./workshop/notes-on.tsx";

type Props = {
  /** The touchpoint that is open; null when the drawer is shut. */
  readonly column: Column | null;
  /** The section about it comes into view. */
  readonly clicked: Clicked | null;
  /** Null while it is on its way; undefined where it does not come. */
  readonly detail: TouchpointDetail | null | undefined;
  readonly about: About | null;
  readonly person: (person: string, name: string) => ReactNode;
  /** The rows of the map, for those of the team's own. */
  readonly lanes: readonly SheetLane[];
  readonly onClose: () => void;
};

/** From the right: all that stands behind one touchpoint. */
export function Drawer({ column, onClose, ...rest }: Props) {
  return (
    <ModalOverlay
      className="drawer-shade"
      isDismissable
      isOpen={column !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="drawer">
        <Dialog className="drawer-dialog">
          {column && <Contents column={column} onClose={onClose} {...rest} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What was clicked: a cell of a lane, or the mark of what it rests on. */
export type Clicked = SheetLane["kind"] | "mark";

/** Which section tells of which lane. */
const sectionOf: Partial<Record<Clicked, string>> = {
  mark: "sources",
  emotion: "scores",
  scores: "scores",
  stream: "ways",
  wait: "ways",
  quotes: "quotes",
  pains: "claims",
  opportunities: "claims",
  actions: "claims",
  importance: "claims",
  frontstage: "claims",
  backstage: "claims",
  unit: "claims",
  doing: "questions",
  picture: "pictures",
  metrics: "metrics",
  text: "own",
};

type Contents = Omit<Props, "column"> & { readonly column: Column };

function Contents({ column, clicked, detail, about, lanes, person, onClose }: Contents) {
  const t = useText().map;
  const body = useRef<HTMLDivElement>(null);
  const loaded = detail !== null;
  const mode = useEditMode();
  const editing = useEditing();
  const editable = mode && editing?.allowed === true;
  const section = clicked === null ? undefined : sectionOf[clicked];

  useEffect(() => {
    if (section === undefined || !loaded) return;
    body.current
      ?.querySelector(`:is([data-section="${section}"], [data-list="${section}"])`)
      ?.scrollIntoView({ block: "start" });
  }, [section, loaded]);

  const { touchpoint, episode } = column;
  const figures = detail?.figures ?? column.figures;
  return (
    <>
      <header className="drawer-head">
        <p className="drawer-episode">{episode.title}</p>
        <Heading slot="title" className="drawer-title">
          {touchpoint.title}
        </Heading>
        <p className="reached-by">
          {touchpoint.channel && (
            <>
              <ChannelIcon channel={touchpoint.channel} />
              {t.channel[touchpoint.channel]}
            </>
          )}
          {touchpoint.ownership && <span>{t.ownership[touchpoint.ownership]}</span>}
          {touchpoint.momentOfTruth && <span className="moment-word">{t.momentOfTruth}</span>}
        </p>
        <Button className="drawer-close" aria-label={t.drawer.close} onPress={onClose}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 3 13 13M13 3 3 13" />
          </svg>
        </Button>
      </header>
      <div
        ref={body}
        className="drawer-body"
        // What scrolls can be scrolled by keyboard even while it holds nothing to focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={touchpoint.title}
      >
        <DrawerTalkHead id={touchpoint.id} />
        {editable && <TouchpointInspector id={touchpoint.id} />}
        {touchpoint.opens && <OpenedJourney map={touchpoint.opens} />}
        {!editable && touchpoint.doing && (
          <RichText className="drawer-doing" text={touchpoint.doing} />
        )}
        {figures && figures.events > 0 ? (
          <FigureTable figures={figures} />
        ) : (
          detail && <p className="drawer-none">{t.drawer.none}</p>
        )}
        <Scores column={column} scores={figures?.scores ?? []} />
        {column.metrics.length > 0 && (
          <Section title={t.lane.metrics} section="metrics">
            {column.metrics.map((shown) => (
              <MetricFigure key={shown.metric.id} shown={shown} full />
            ))}
          </Section>
        )}
        {detail ? (
          <Ways before={detail.before} after={detail.after} />
        ) : (
          detail === null && (
            <p className="drawer-loading" role="status">
              {t.drawer.loading}
            </p>
          )
        )}
        <Sayings sayings={column.sayings} />
        {!editable && <DrawnClaims column={column} lanes={lanes} />}
        {!editable && touchpoint.questions && <Questions questions={touchpoint.questions} />}
        <DrawerTalk id={touchpoint.id} />
        <NotesOn touchpoint={touchpoint.id} />
        <FieldOn touchpoint={touchpoint} />
        {detail && <Examples examples={detail.examples} person={person} />}
        <Sources sources={detail?.sources ?? []} evidence={touchpoint.evidence ?? []} />
        {about && <Why figures={figures} about={about} />}
      </div>
    </>
  );
}
