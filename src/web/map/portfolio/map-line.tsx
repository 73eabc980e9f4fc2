import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CSSProperties, FormEvent } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { useFirstFocus } from "../../app/first-focus.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { CardCurve, CardEvidence, CardHealth } from "./card-figures.tsx";
import type { ContentsLine } from "./contents.ts";
import { portfolioText } from "./text.ts";

type MapActions = {
  /** Leads to the states of this journey above each other; null when it has no other. */
  readonly onCompare: ((card: MapCard) => void) | null;
  /** Null while nobody chooses maps. */
  readonly chosen: boolean | null;
  readonly onChosen: (card: MapCard, chosen: boolean) => void;
  readonly onCopy: (card: MapCard, state: MapCard["state"]) => void;
  readonly onRename: (card: MapCard, title: string) => void;
  readonly onDelete: (card: MapCard) => void;
};

type Props = MapActions & {
  readonly workspace: string;
  readonly line: ContentsLine;
  /** As `2026-11-24`. */
  readonly today: string;
};

/** A map as a line of the contents. */
export function MapLine(props: Props) {
  const { workspace, line } = props;
  const { card, depth, bond } = line;
  const t = portfolioText[useLanguage()];
  const f = useFormat();
  const [naming, setNaming] = useState(false);
  const late = card.reviewBy !== null && card.reviewBy < props.today;
  const about = [
    t.states[card.state],
    ...(card.personas.length > 0 ? [card.personas.join(", ")] : []),
    ...(card.scenario === null ? [] : [card.scenario]),
  ];
  return (
    <li
      className="atlas-map"
      data-bond={bond ?? undefined}
      style={{ "--depth": Math.min(depth, 4) } as CSSProperties}
    >
      <div className="atlas-name">
        {props.chosen !== null && (
          <input
            type="checkbox"
            className="atlas-chosen"
            aria-label={t.chosen(card.title)}
            checked={props.chosen}
            onChange={({ target }) => props.onChosen(card, target.checked)}
          />
        )}
        {naming ? (
          <NameForm
            title={card.title}
            onDone={(title) => {
              setNaming(false);
              if (title !== null && title !== card.title) props.onRename(card, title);
            }}
          />
        ) : (
          <h2>
            <Link to="/w/$workspace/map/{-$map}" params={{ workspace, map: card.id }} search={{}}>
              {card.title}
            </Link>
          </h2>
        )}
        <p className="atlas-about">{about.join(" · ")}</p>
        <p className="quiet">
          {bond === "opened" && `${t.opened} · `}
          {t.size(card.episodes, card.touchpoints)}
        </p>
      </div>
      <CardCurve feelings={card.feelings} />
      <CardEvidence evidence={card.evidence} />
      <div className="atlas-keeping">
        <CardHealth health={card.health} />
        {card.owner !== null && <p>{t.ownerOf(card.owner)}</p>}
        <p className="quiet">{t.changed(f.date(card.changed.at), card.changed.by)}</p>
        {late && <p className="atlas-late">{t.reviewPassed(f.date(card.reviewBy))}</p>}
      </div>
      <MapMenu {...props} onName={() => setNaming(true)} />
    </li>
  );
}

function MapMenu(props: Props & { readonly onName: () => void }) {
  const { card } = props.line;
  const t = portfolioText[useLanguage()];
  return (
    <MenuTrigger>
      <Button className="icon-button atlas-more" aria-label={t.actions(card.title)}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
          <circle cx="3" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="13" cy="8" r="1.4" />
        </svg>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="atlas-menu" aria-label={t.actions(card.title)}>
          {props.onCompare && (
            <MenuItem onAction={() => props.onCompare?.(card)}>{t.withStates}</MenuItem>
          )}
          <MenuItem onAction={() => props.onCopy(card, "future")}>{t.future}</MenuItem>
          <MenuItem onAction={() => props.onCopy(card, "ideal")}>{t.ideal}</MenuItem>
          <MenuItem onAction={() => props.onCopy(card, card.state)}>{t.copy}</MenuItem>
          <MenuItem onAction={props.onName}>{t.rename}</MenuItem>
          <MenuItem onAction={() => props.onDelete(card)}>{t.delete}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function NameForm(props: {
  readonly title: string;
  /** Null: it keeps its name. */
  readonly onDone: (title: string | null) => void;
}) {
  const t = portfolioText[useLanguage()];
  const [title, setTitle] = useState(props.title);
  const field = useFirstFocus<HTMLInputElement>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onDone(title.trim() === "" ? null : title.trim());
  };
  return (
    <form className="atlas-naming" onSubmit={submit}>
      <input
        aria-label={t.newName}
        value={title}
        maxLength={160}
        ref={field}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onDone(null);
        }}
      />
      <button type="submit" className="word-button">
        {t.keep}
      </button>
    </form>
  );
}
