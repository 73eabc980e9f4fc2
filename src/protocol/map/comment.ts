import { z } from "zod";

/**
 * Somebody who says something: an id that his browser keeps, and the name that he goes by. Whoever has
 * the id may change what he said: to others the server tells another id, made of it.
 */
export const Person = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{8,40}$/),
  name: z.string().trim().min(1).max(80),
});
export type Person = z.infer<typeof Person>;

const Said = z.string().trim().min(1).max(4000);
const Asker = z.object({ person: Person.shape.id.optional() });
/** Names of people that are asked to look. */
const Mentions = z.array(z.string().min(1).max(80)).max(20);
/** Id of the part of the map that it is about; that of the journey for the map as a whole. */
const ElementId = z.string().min(4).max(64);

export const Comment = z.strictObject({
  id: z.string(),
  element: ElementId,
  /** What that part was called when this was said; empty for the map as a whole. */
  about: z.string(),
  /** The comment that it answers; null for one that begins a thread. */
  thread: z.string().nullable(),
  author: Person,
  text: z.string(),
  mentions: z.array(z.string()),
  at: z.string(),
  edited: z.string().nullable(),
  /** On the first of a thread: when and by whom it was settled. */
  resolved: z.string().nullable(),
  resolvedBy: z.string().nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** What somebody shows without words. */
export const Mark = z.enum(["agree", "love", "question", "idea", "hurts", "surprise"]);
export type Mark = z.infer<typeof Mark>;

export const Reaction = z.strictObject({
  element: ElementId,
  mark: Mark,
  by: z.array(Person),
});
export type Reaction = z.infer<typeof Reaction>;

const path = "/api/w/{workspace}/maps/{map}";

export const commentEndpoints = {
  comments: {
    method: "GET",
    path: `${path}/comments`,
    summary: "What people say of a map, oldest first; what the asker said carries his own id",
    query: Asker,
    answer: z.array(Comment),
  },
  addComment: {
    method: "POST",
    path: `${path}/comments`,
    summary: "Say something of a part of a map, or answer",
    body: z.strictObject({
      author: Person,
      element: ElementId,
      thread: z.string().max(64).nullable().default(null),
      text: Said,
      mentions: Mentions.default([]),
    }),
    answer: Comment,
  },
  editComment: {
    method: "PUT",
    path: `${path}/comments/{comment}`,
    summary: "Change what one said oneself",
    body: z.strictObject({ author: Person, text: Said, mentions: Mentions.default([]) }),
    answer: Comment,
  },
  deleteComment: {
    method: "DELETE",
    path: `${path}/comments/{comment}`,
    summary: "Take back what one said oneself, with the answers to it",
    query: z.object({ person: z.string().max(40) }),
    answer: z.strictObject({ ok: z.literal(true) }),
  },
  resolveComment: {
    method: "POST",
    path: `${path}/comments/{comment}/resolve`,
    summary: "Settle a thread, or open it again",
    body: z.strictObject({ author: Person, resolved: z.boolean() }),
    answer: Comment,
  },
  reactions: {
    method: "GET",
    path: `${path}/reactions`,
    summary: "Reactions on the parts of a map; those of the asker carry his own id",
    query: Asker,
    answer: z.array(Reaction),
  },
  react: {
    method: "POST",
    path: `${path}/reactions`,
    summary: "Give a reaction, or take it back when it was given",
    body: z.strictObject({ author: Person, element: ElementId, mark: Mark }),
    answer: z.strictObject({ given: z.boolean() }),
  },
} as const;
