import { must } from "../core/assert.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Answers, Asker } from "./asker.ts";
import type { Call } from "./client.ts";

/** Asks over the API. */
export function apiAsker(call: Call): Asker {
  return {
    async ask<Name extends keyof Answers>(
      name: Name,
      { workspace = OWN, filter, limit, route, person, map, more }: Parameters<Asker["ask"]>[1],
    ): Promise<Answers[Name]> {
      const answer = await call(name, {
        params: {
          workspace,
          ...(name === "timeline" && { person: must(person, "the person") }),
          ...(name === "fit" && { map: must(map, "the map") }),
        },
        query: { filter: JSON.stringify(filter), limit, route, ...more },
      });
      return answer as Answers[Name];
    },
    saved: (workspace = OWN) => call("savedQuestions", { params: { workspace } }),
    savedAnswer: (workspace = OWN, question, refresh) =>
      call(refresh ? "refreshQuestion" : "savedQuestion", { params: { workspace, question } }),
  };
}
