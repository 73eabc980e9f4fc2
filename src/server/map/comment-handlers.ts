import { createHash, randomUUID } from "node:crypto";
import { Named } from "../../core/map/named.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Documents } from "../documents/documents.ts";
import {
  addComment,
  deleteComment,
  editComment,
  findComment,
  listComments,
  listReactions,
  resolveComment,
  toggleReaction,
} from "../documents/map-comment.ts";
import type { MapPlace } from "../documents/map-log.ts";
import type { Person } from "../../protocol/map/comment.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "./desk.ts";
import { openMap } from "./open-map.ts";

/** Handlers of what people say of a map. */
export function commentHandlers(parts: {
  documents: Documents;
  desk: Desk;
}): Pick<
  Handlers,
  | "comments"
  | "addComment"
  | "editComment"
  | "deleteComment"
  | "resolveComment"
  | "reactions"
  | "react"
> {
  const { documents } = parts;

  /** A comment that this person wrote; rejects with `forbidden` when another did. */
  async function own(place: MapPlace, id: string, person: string) {
    const comment = await findComment(documents, place, id);
    if (comment.author.id !== person) throw new AppError("forbidden", message("not-yours"));
    return comment;
  }

  return {
    async comments({ params, query }) {
      const said = await listComments(documents, (await openMap(parts, params)).place);
      return said.map((comment) => ({ ...comment, author: seenBy(query.person, comment.author) }));
    },
    async addComment({ params, body }) {
      const { place, drawing } = await openMap(parts, params);
      const { thread, ...said } = body;
      // An answer to an answer is one to the first of the thread.
      const first = thread === null ? null : await findComment(documents, place, thread);
      const element = first?.element ?? said.element;
      const added = await addComment(documents, place, {
        ...said,
        id: randomUUID(),
        element,
        about: first?.about ?? new Named(drawing.journey).titleById(element) ?? "",
        thread: first && (first.thread ?? first.id),
      });
      drawing.audience.changed("comments");
      return added;
    },
    async editComment({ params, body }) {
      const { place, drawing } = await openMap(parts, params);
      const { id } = await own(place, params.comment, body.author.id);
      const edited = await editComment(documents, id, body);
      drawing.audience.changed("comments");
      return edited;
    },
    async deleteComment({ params, query }) {
      const { place, drawing } = await openMap(parts, params);
      const { id } = await own(place, params.comment, query.person);
      await deleteComment(documents, id);
      drawing.audience.changed("comments");
      return { ok: true };
    },
    async resolveComment({ params, body }) {
      const { place, drawing } = await openMap(parts, params);
      const found = await findComment(documents, place, params.comment);
      const by = body.resolved ? body.author.name : null;
      const settled = await resolveComment(documents, found.thread ?? found.id, by);
      drawing.audience.changed("comments");
      return { ...settled, author: seenBy(body.author.id, settled.author) };
    },
    async reactions({ params, query }) {
      const given = await listReactions(documents, (await openMap(parts, params)).place);
      return given.map((each) => ({
        ...each,
        by: each.by.map((person) => seenBy(query.person, person)),
      }));
    },
    async react({ params, body }) {
      const { place, drawing } = await openMap(parts, params);
      const given = await toggleReaction(documents, place, body);
      drawing.audience.changed("reactions");
      return { given };
    },
  };
}

/** A person as the asker may know him: his own id to himself, to others one that tells him apart and opens nothing. */
function seenBy(asker: string | undefined, person: Person): Person {
  if (person.id === asker) return person;
  const id = createHash("sha256").update(person.id).digest("hex").slice(0, 32);
  return { ...person, id };
}
