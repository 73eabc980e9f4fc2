import { maskIdentifier } from "../../core/identity/mask.ts";
import type { Says } from "../../core/identity/decision.ts";
import { probability } from "../../core/identity/fellegi-sunter.ts";
import { personFields, type PersonField } from "../../core/identity/person-record.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { factsOf, type PersonFacts } from "../../engine/identity/probable/facts.ts";
import { countOpen, openPair, openPairs, sureOpen } from "../../engine/identity/probable/review.ts";
import { readIdentifiers } from "../../engine/identity/read-identifiers.ts";
import type { Engine } from "../../engine/port.ts";
import type { ReviewPair, Side, WhoState } from "../../protocol/identity/who.ts";
import { addDecision, listDecisions, takeBack } from "../documents/decision.ts";
import type { Documents } from "../documents/documents.ts";
import { lastSearch } from "../documents/probable-search.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Decider } from "./decider.ts";
import type { Searcher } from "./searcher.ts";

const LISTED = 20;

type Parts = {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly searcher: Searcher;
  readonly decider: Decider;
};

/** Handlers of the page Who is who. */
export function whoHandlers(
  parts: Parts,
): Pick<
  Handlers,
  | "who"
  | "searchLinks"
  | "stopSearch"
  | "reviewList"
  | "decide"
  | "acceptSure"
  | "decisions"
  | "takeBack"
> {
  const { engine, documents, searcher, decider } = parts;
  const wsOf = async (workspace: string) => (await findWorkspace(documents, workspace)).id;
  return {
    async who({ params, signal }) {
      return state(parts, await wsOf(params.workspace), signal);
    },
    async searchLinks({ params, body, signal }) {
      const ws = await wsOf(params.workspace);
      await searcher.start(ws, body.by, columnsOf(body.columns));
      return state(parts, ws, signal);
    },
    async stopSearch({ params, signal }) {
      const ws = await wsOf(params.workspace);
      await searcher.stop(ws);
      return state(parts, ws, signal);
    },
    async reviewList({ params, query, signal }) {
      const ws = await wsOf(params.workspace);
      const last = await lastSearch(documents, ws);
      if (!last) return [];
      const { limit = LISTED, offset = 0 } = query;
      const sure = query.sure === undefined ? undefined : query.sure === "1";
      const pairs = await openPairs(engine, ws, last.body.model, { limit, offset, sure }, signal);
      const people = [...new Set(pairs.flatMap(({ personA, personB }) => [personA, personB]))];
      const facts = await factsOf(engine, ws, last.body.columns, people, signal);
      const side = new Map(facts.map((each) => [each.person, sideOf(each, query.show === "1")]));
      return pairs.map(
        ({ a, b, personA, personB, weight, sure: certain, later, reasons }): ReviewPair => {
          const sides: [Side, Side] = [side.get(personA)!, side.get(personB)!];
          return {
            a,
            b,
            probability: probability(weight),
            sure: certain,
            later,
            reasons: [...reasons],
            sides,
          };
        },
      );
    },
    async decide({ params, body }) {
      const ws = await wsOf(params.workspace);
      const { a, b, says, by, reason = "" } = body;
      if (a === b) throw new AppError("bad-request", message("same-person"));
      const known = await readIdentifiers(engine.lookup, { ws, hashes: [a, b].map(BigInt) });
      if (known.length < 2) throw new AppError("not-found", message("no-person"));
      const last = await lastSearch(documents, ws);
      const found = last && (await openPair(engine, ws, last.body.model, { a, b }));
      const pair = {
        a,
        b,
        probability: found ? probability(found.weight) : null,
        reasons: found ? found.reasons : null,
      };
      return decided(parts, ws, { says, by, reason, pairs: [pair] });
    },
    async acceptSure({ params, body, signal }) {
      const ws = await wsOf(params.workspace);
      const open = await sureOpen(engine, ws, signal);
      const pairs = open.map(({ a, b, weight }) => ({ a, b, probability: probability(weight) }));
      if (pairs.length === 0) return { id: null, pairs: 0 };
      const { id } = await decided(parts, ws, { says: "same", by: body.by, reason: "", pairs });
      return { id, pairs: pairs.length };
    },
    async decisions({ params, query }) {
      const { limit = LISTED, offset = 0 } = query;
      return listDecisions(documents, await wsOf(params.workspace), { limit, offset });
    },
    async takeBack({ params, body }) {
      const ws = await wsOf(params.workspace);
      const id = Number(params.decision);
      if (!Number.isInteger(id)) throw new AppError("not-found", message("no-decision"));
      await takeBack(documents, { workspace: ws, id, by: body.by, back: body.back });
      decider.due(ws);
      return { id };
    },
  };
}

async function decided(
  { documents, decider }: Parts,
  workspace: number,
  made: {
    says: Says;
    by: string;
    reason: string;
    pairs: Parameters<typeof addDecision>[1]["pairs"];
  },
): Promise<{ id: number }> {
  const id = await addDecision(documents, { workspace, ...made });
  decider.due(workspace);
  return { id };
}

async function state(parts: Parts, ws: number, signal: AbortSignal): Promise<WhoState> {
  const { engine, documents, searcher, decider } = parts;
  const last = await lastSearch(documents, ws);
  const open = last ? await countOpen(engine, ws, signal) : { sure: 0, review: 0, later: 0 };
  return {
    searching: searcher.share(ws),
    searchFailed: searcher.failure(ws),
    last: last && {
      made: last.made,
      by: last.by,
      people: last.body.people,
      objecting: last.body.objecting,
      columns: last.body.columns,
      rules: last.body.rules,
    },
    open,
    deriving: decider.share(ws),
    derivingFailed: decider.failure(ws),
  };
}

const hidden: ReadonlySet<string> = new Set<PersonField>(["phone", "email", "number"]);

/** What is known of one of the two; what identifies him is masked unless it is to be shown. */
function sideOf(
  { person, told, identifiers, sources, events, last }: PersonFacts,
  show: boolean,
): Side {
  const seen = (value: string) => (show ? value : maskIdentifier(value));
  return {
    person,
    fields: Object.fromEntries(
      Object.entries(told).map(([field, value]) => [
        field,
        hidden.has(field) ? seen(value) : value,
      ]),
    ),
    identifiers: identifiers.map(({ kind, value }) => ({ kind, value: seen(value) })),
    sources: [...sources],
    events,
    last,
  };
}

function columnsOf(
  given: Readonly<Record<string, string>> = {},
): Partial<Record<PersonField, string>> {
  return Object.fromEntries(
    Object.entries(given).filter(([field]) => personFields.some((each) => each === field)),
  );
}
