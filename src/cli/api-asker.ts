import { must } from "../core/assert.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Answers, Asker } from "./asker.ts";
import type { Call } from "./client.ts";

/** Asks over the API. */
export function apiAsker(call: Call): Asker {
  return {
    async ask<Name extends keyof Answers>(
      name: Name,
      { workspace = OWN, filter, limit, route, person }: Parameters<Asker["ask"]>[1],
    ): Promise<Answers[Name]> {
      const answer = await call(name, {
        params: { workspace, ...(name === "timeline" && { person: must(person, "the person") }) },
        query: { filter: JSON.stringify(filter), limit, route },
      });
      return answer as Answers[Name];
    },
  };
}
