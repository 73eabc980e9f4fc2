import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Mark, Person } from "../../../protocol/map/comment.ts";
import { call } from "../../app/client.ts";

type Said = {
  readonly author: Person;
  readonly text: string;
  readonly mentions: string[];
};

/** What can be done with comments and reactions; each resolves when the page has what came of it. */
export type Deeds = {
  /** Resolves to the id of the new comment. */
  readonly add: (said: Said & { element: string; thread: string | null }) => Promise<string>;
  readonly edit: (comment: string, said: Said) => Promise<void>;
  readonly remove: (comment: string, person: string) => Promise<void>;
  readonly resolve: (comment: string, author: Person, resolved: boolean) => Promise<void>;
  readonly react: (author: Person, element: string, mark: Mark) => Promise<void>;
};

export function useDeeds(workspace: string, map: string): Deeds {
  const queries = useQueryClient();
  return useMemo(() => {
    const where = { workspace, map };
    const after = (name: "comments" | "reactions") =>
      queries.invalidateQueries({ queryKey: [name, where] });
    return {
      async add(body) {
        const { id } = await call("addComment", { ...where, body });
        await after("comments");
        return id;
      },
      async edit(comment, body) {
        await call("editComment", { ...where, comment, body });
        await after("comments");
      },
      async remove(comment, person) {
        await call("deleteComment", { ...where, comment, person });
        await after("comments");
      },
      async resolve(comment, author, resolved) {
        await call("resolveComment", { ...where, comment, body: { author, resolved } });
        await after("comments");
      },
      async react(author, element, mark) {
        await call("react", { ...where, body: { author, element, mark } });
        await after("reactions");
      },
    };
  }, [workspace, map, queries]);
}
