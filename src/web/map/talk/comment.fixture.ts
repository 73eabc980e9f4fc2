import type { Comment } from "../../../protocol/map/comment.ts";

/** A comment by Ben on the whole map, apart from what is told otherwise. */
export function comment(id: string, but: Partial<Comment> = {}): Comment {
  return {
    id,
    element: "jo_a",
    about: "",
    thread: null,
    author: { id: "person-ben", name: "Ben" },
    text: id,
    mentions: [],
    at: "2026-11-20T09:00:00Z",
    edited: null,
    resolved: null,
    resolvedBy: null,
    ...but,
  };
}
