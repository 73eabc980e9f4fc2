import { kindRule } from "../../core/identity/least-trust.ts";
import { trust } from "../../core/identity/trust.ts";
import { rulesInForce } from "../../core/identity/who-rule.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { countKinds, sharedIdentifiers } from "../../engine/identity/shared.ts";
import { tiesOf } from "../../engine/identity/ties.ts";
import { partedBy, readZone } from "../../engine/identity/zone.ts";
import type { Engine } from "../../engine/port.ts";
import type { KindRules, Tie } from "../../protocol/identity/who.ts";
import { decisionsInForce } from "../documents/decision.ts";
import type { Documents } from "../documents/documents.ts";
import { importFiles } from "../documents/import.ts";
import { findWorkspace, saveWho } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Decider } from "./decider.ts";

const NO_PERSON = /^\d{1,20}$/;

/** Handlers of why somebody is who he is, and of the rules by which that is found. */
export function tieHandlers(parts: {
  engine: Engine;
  documents: Documents;
  decider: Decider;
}): Pick<Handlers, "ties" | "parting" | "whoRules" | "setWhoRules"> {
  const { engine, documents, decider } = parts;
  return {
    async ties({ params, query, signal }) {
      const { person } = params;
      if (!NO_PERSON.test(person)) throw new AppError("not-found", message("no-person"));
      const { id: ws } = await findWorkspace(documents, params.workspace);
      const { zone, identifiers, rows } = await tiesOf(engine, {
        ws,
        person,
        reveal: query.show === "1",
        signal,
      });
      const whose = new Map(identifiers.map((each) => [each.hash, each.person]));
      const mine = (hash: string) => whose.get(hash) === person;
      const files = await importFiles(documents, ws, [...new Set(rows.map((row) => row.import))]);
      const decisions = await decisionsInForce(documents, ws, zone.verdicts);
      const keys = new Set([...rows, ...decisions].map(({ a, b }) => `${a} ${b}`));
      const ties = [...keys].map((key): Tie => {
        const [a = "", b = ""] = key.split(" ");
        const row = rows.find((each) => each.a === a && each.b === b);
        const decision = decisions.find((each) => each.a === a && each.b === b);
        return {
          a,
          b,
          links: whose.get(a) === whose.get(b) && decision?.decision.says !== "apart",
          row: row
            ? {
                source: row.source,
                files: files.get(row.import) ?? [],
                time: row.time,
                rows: row.rows,
                page: row.trust === trust.page,
              }
            : null,
          decision: decision?.decision ?? null,
        };
      });
      // Of those that were cut off only who was tied to him directly.
      const near = ties.filter(({ a, b }) => mine(a) || mine(b));
      const shown = new Set(near.flatMap(({ a, b }) => [a, b]));
      return {
        person,
        identifiers: identifiers
          .filter(({ hash }) => mine(hash) || shown.has(hash))
          .map(({ sources, ...each }) => ({
            ...each,
            sources: [...sources],
          })),
        ties: near,
      };
    },
    async parting({ params, query, signal }) {
      const { person } = params;
      if (!NO_PERSON.test(person)) throw new AppError("not-found", message("no-person"));
      const { id: ws, settings } = await findWorkspace(documents, params.workspace);
      const rules = rulesInForce(settings.identity, settings.who);
      const zone = await readZone(engine, { ws, person, signal });
      const his = zone.links.filter((each) => each.person === person);
      if (![query.a, query.b].every((end) => his.some(({ identifier }) => identifier === end)))
        throw new AppError("not-found", message("no-person"));
      const people = await partedBy(engine, { ws, rules, zone }, query);
      const groups = Map.groupBy(
        his.map(({ identifier }) => identifier),
        (identifier) => people.get(identifier)!,
      );
      return [...groups.values()].toSorted((one, other) => other.length - one.length);
    },
    async whoRules({ params, signal }) {
      const { id: ws, settings } = await findWorkspace(documents, params.workspace);
      const kinds = (await countKinds(engine, ws, signal)).map((each): KindRules => {
        const given = settings.identity[each.kind] ?? {};
        const { unique, limit } = kindRule(given);
        return {
          ...each,
          mapping: {
            unique,
            limit: Number.isFinite(limit) ? limit : null,
            blocked: [...(given.blocked ?? [])],
          },
          own: settings.who[each.kind] ?? {},
        };
      });
      const shared = await sharedIdentifiers(engine, ws, signal);
      return {
        kinds,
        shared: shared.map(({ least, ...each }) => ({
          ...each,
          onlyPages: least === trust.system,
          blocked: least > trust.person,
        })),
      };
    },
    async setWhoRules({ params, body }) {
      const { id: ws, settings } = await findWorkspace(documents, params.workspace);
      await saveWho(documents, ws, body);
      decider.due(ws);
      return settings.who;
    },
  };
}
