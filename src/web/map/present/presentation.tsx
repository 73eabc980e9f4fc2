import { useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import type { Overlay } from "../../../core/evidence/overlay.ts";
import { deckOf } from "../../../core/map/deck.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { useLanguage } from "../../language/language.ts";
import { drawingOf } from "../drawing.ts";
import type { Drawing } from "../drawing.ts";
import { usePrinting } from "../use-printing.ts";
import { useWidth } from "../use-width.ts";
import { ChapterSlide } from "./chapter-slide.tsx";
import { EndSlide } from "./end-slide.tsx";
import { useFullScreen } from "./full-screen.ts";
import { StartSlide } from "./start-slide.tsx";
import { presentText } from "./text.ts";
import { useWalk } from "./walk.ts";
import "../grid.css";
import "../picture.css";
import "./present.css";

type Props = {
  readonly journey: Journey;
  readonly overlay: Overlay | null;
  readonly persona: string | null;
  readonly onClose: () => void;
};

/** What an A4 on its side has room for, in CSS pixels. */
const PAPER = 1010;
/** Air at both sides of a slide, as in the style sheet. */
const AIR = 2;

/** The map, told to a room on the whole screen: a page to begin with, one for each episode, one to end. */
export function Presentation({ journey, overlay, persona, onClose }: Props) {
  const t = presentText[useLanguage()];
  const printing = usePrinting();
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const deck = useMemo(() => deckOf(journey, overlay), [journey, overlay]);
  const count = deck.chapters.length + 2;
  const [at, setAt] = useWalk(count, stage);
  const room = useWidth(stage);
  const columns = deck.chapters.reduce((sum, { columns: own }) => sum + own.length, 0);
  const margin = Math.max(20, Math.min(96, room * 0.05)) * AIR;
  const width = ((printing ? PAPER : room) - (printing ? 0 : margin)) / Math.max(1, columns);
  const drawing = useMemo(() => withOneLine(journey, overlay, width), [journey, overlay, width]);
  useFullScreen(onClose);
  const about = { journey, overlay, persona, deck, drawing };
  const slides = [
    { title: journey.title, shown: <StartSlide {...about} /> },
    ...deck.chapters.map((chapter) => ({
      title: chapter.title,
      shown: <ChapterSlide chapter={chapter} drawing={drawing} />,
    })),
    { title: t.ends, shown: <EndSlide {...about} /> },
  ];
  return (
    <ModalOverlay className="present-ground" isOpen onOpenChange={(so) => !so && onClose()}>
      <Modal className="present">
        <Dialog className="present-stage" aria-label={t.title(journey.title)} ref={setStage}>
          {slides.map(({ title, shown }, place) =>
            printing || place === at ? (
              <Slide key={`${place}`} label={t.slide(place + 1, count, title)} focused={!printing}>
                {shown}
              </Slide>
            ) : null,
          )}
          <Controls at={at} count={count} onGo={setAt} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The map with the line of customers in general alone; with those of personas where there is no other. */
function withOneLine(journey: Journey, overlay: Overlay | null, width: number): Drawing {
  const drawing = drawingOf({ ...journey, personas: [] }, overlay, width);
  return drawing.emotion.chosen.curve.points.length > 0
    ? drawing
    : drawingOf(journey, overlay, width);
}

/** One page; it takes the focus when it comes, so that it is read out. */
function Slide(props: {
  readonly label: string;
  readonly focused: boolean;
  readonly children: ReactNode;
}) {
  const slide = useRef<HTMLElement>(null);
  const { focused } = props;
  useEffect(() => {
    if (focused) slide.current?.focus();
  }, [focused]);
  return (
    <section
      ref={slide}
      className="present-slide"
      aria-label={props.label}
      // Without the focus the keyboard cannot scroll it (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {props.children}
    </section>
  );
}

function Controls(props: {
  readonly at: number;
  readonly count: number;
  readonly onGo: (at: number) => void;
  readonly onClose: () => void;
}) {
  const { at, count, onGo, onClose } = props;
  const t = presentText[useLanguage()];
  return (
    <nav className="present-controls" aria-label={t.keys} title={t.keys}>
      <span className="present-progress" aria-hidden="true">
        {Array.from({ length: count }, (_, place) => (
          <i key={place} data-past={place <= at || undefined} />
        ))}
      </span>
      <button
        type="button"
        className="word-button"
        disabled={at === 0}
        onClick={() => onGo(at - 1)}
      >
        {t.previous}
      </button>
      <span>{t.place(at + 1, count)}</span>
      <button
        type="button"
        className="word-button"
        disabled={at === count - 1}
        onClick={() => onGo(at + 1)}
      >
        {t.next}
      </button>
      <button type="button" className="word-button" onClick={onClose}>
        {t.close}
      </button>
    </nav>
  );
}
