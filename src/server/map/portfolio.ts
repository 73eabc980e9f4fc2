import { bindTouchpoints, type Bound } from "../../core/map/binding.ts";
import { claimedFeeling } from "../../core/map/claimed-feeling.ts";
import { countEvidence } from "../../core/map/evidence.ts";
import { readKept } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { readTouchpoints } from "../../engine/event/touchpoint.ts";
import { feltAt, readFelt } from "../../engine/evidence/felt.ts";
import type { Engine } from "../../engine/port.ts";
import type { MapCard } from "../../protocol/map/portfolio.ts";
import type { Documents } from "../documents/documents.ts";
import { putBack, throwAway } from "../documents/map.ts";
import { listPortfolio } from "../documents/portfolio.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "./desk.ts";

/** Handlers of all maps together. */
export function portfolioHandlers(parts: {
  engine: Engine;
  documents: Documents;
  desk: Desk;
}): Pick<Handlers, "portfolio" | "deleteMap" | "putMapBack"> {
  const { engine, documents, desk } = parts;
  return {
    async portfolio({ params, signal }) {
      const { id: workspace } = await findWorkspace(documents, params.workspace);
      const found = await readTouchpoints(engine.lookup, workspace, signal);
      const felt = await readFelt(engine, workspace, signal);
      const cards: MapCard[] = [];
      for (const row of await listPortfolio(documents, workspace)) {
        const { id, updated, author, deleted, body, day, scores } = row;
        const journey = deleted ? readKept(body) : await desk.journey(workspace, id);
        const bound = bindTouchpoints(journey, found);
        const { claimed, ...card } = described(journey);
        cards.push({
          ...card,
          feelings: bound.map(({ codes }, place) => feltAt(felt, codes) ?? claimed[place] ?? null),
          evidence: countEvidence(journey, supported(bound)),
          health: day === null ? null : { day, scores },
          changed: { at: updated, by: author },
          deleted,
        });
      }
      return cards;
    },
    async deleteMap({ params, query }) {
      const { id } = await findWorkspace(documents, params.workspace);
      // What is drawn goes into the body first: it is what comes back.
      await (await desk.drawing(id, params.map)).settle();
      const gone = await throwAway(documents, id, params.map, query.author ?? null);
      if (!gone) throw new AppError("not-found", message("no-map", { map: params.map }));
      await desk.close(id, params.map);
      return { ok: true };
    },
    async putMapBack({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      if (!(await putBack(documents, id, params.map)))
        throw new AppError("not-found", message("nothing-thrown-away"));
      return { ok: true };
    },
  };
}

/** The drawn touchpoints whose events occur in the data. */
function supported(bound: readonly Bound[]): ReadonlySet<string> {
  return new Set(bound.flatMap(({ id, codes }) => (codes.length > 0 ? [id] : [])));
}

type Described = Omit<MapCard, "feelings" | "evidence" | "health" | "changed" | "deleted"> & {
  /** What the map claims at each touchpoint. */
  readonly claimed: readonly (number | null)[];
};

const known = new WeakMap<Journey, Described>();

/** What a map says of itself; a map that did not change is not read twice. */
function described(journey: Journey): Described {
  const before = known.get(journey);
  if (before) return before;
  const { id, title, state, scenario, owner, reviewBy, basedOn, personas = [] } = journey;
  const touchpoints = journey.episodes.flatMap((episode) => episode.touchpoints);
  const pained = [...touchpoints, ...journey.episodes, ...(journey.transitions ?? [])];
  const card: Described = {
    id,
    title,
    state,
    scenario: scenario ?? null,
    personas: personas.map(({ name }) => name),
    owner: owner ?? null,
    reviewBy: reviewBy ?? null,
    basedOn: basedOn ?? null,
    opens: touchpoints.flatMap(({ id: touchpoint, opens }) =>
      opens === undefined ? [] : [{ touchpoint, map: opens }],
    ),
    episodes: journey.episodes.length,
    touchpoints: touchpoints.length,
    pains: pained.reduce((sum, { pains = [] }) => sum + pains.length, 0),
    claimed: touchpoints.map((touchpoint) => claimedFeeling(touchpoint)?.value ?? null),
  };
  known.set(journey, card);
  return card;
}
