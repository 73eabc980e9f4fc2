import { z } from "zod";
import { Command } from "../../core/map/command.ts";
import { Journey } from "../../core/map/journey.ts";
import { Message } from "../../core/message/message.ts";

/** Who draws along: a browser tab, and the name that its user goes by. */
export const Author = z.strictObject({
  /** Drawn by the browser for each tab. */
  client: z.string().regex(/^[a-z0-9-]{8,40}$/),
  name: z.string().min(1).max(80),
});
export type Author = z.infer<typeof Author>;

/** A command as its sender numbers it: the same number of the same client counts once. */
export const Sent = z.strictObject({ number: z.number().int().min(1), command: Command });
export type Sent = z.infer<typeof Sent>;

/** A command with its place in the log of the map; all who have the log up to it have the same map. */
export const Logged = z.strictObject({
  seq: z.number().int().min(1),
  number: z.number().int(),
  author: Author,
  at: z.iso.datetime(),
  command: Command,
});
export type Logged = z.infer<typeof Logged>;

/** What became of a command: its place in the log, or why it was not done. */
export const Outcome = z.strictObject({
  number: z.number().int(),
  seq: z.number().int().nullable(),
  why: Message.nullable(),
});
export type Outcome = z.infer<typeof Outcome>;

/** What somebody looks at: the cell under his cursor and the field he types in. */
export const Presence = z.strictObject({
  author: Author,
  /** Id of the element; null when he looks at nothing in particular. */
  at: z.string().max(64).nullable(),
  field: z.string().max(140).nullable(),
  typing: z.boolean(),
});
export type Presence = z.infer<typeof Presence>;

/** What the stream of a map says, each as one server-sent event named after its `type`. */
export const LiveEvent = z.discriminatedUnion("type", [
  /** First: the map as the server has it; also after a gap that the log cannot fill. */
  z.strictObject({ type: z.literal("map"), seq: z.number().int(), journey: Journey }),
  z.strictObject({ type: z.literal("commands"), commands: z.array(Logged) }),
  z.strictObject({ type: z.literal("present"), people: z.array(Presence) }),
  /** Comments, reactions, versions, notes, shares: ask again for what is on the screen of it. */
  z.strictObject({
    type: z.literal("changed"),
    what: z.enum(["comments", "reactions", "versions", "workshop", "shares", "check", "research"]),
  }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

const path = "/api/w/{workspace}/maps/{map}";

export const liveEndpoints = {
  sendCommands: {
    method: "POST",
    path: `${path}/commands`,
    summary: "Change a map; answers when the change is on disk",
    body: z.strictObject({ author: Author, commands: z.array(Sent).min(1).max(1000) }),
    answer: z.strictObject({ seq: z.number().int(), outcomes: z.array(Outcome) }),
  },
  present: {
    method: "POST",
    path: `${path}/present`,
    summary: "Tell the others what one looks at",
    body: Presence,
    answer: z.strictObject({ ok: z.literal(true) }),
  },
  live: {
    method: "GET",
    path: `${path}/live`,
    summary: "Stream of what happens to a map (server-sent events)",
    query: z.object({
      /** The last command that one has; missing = begin with the map. */
      since: z.coerce.number().int().min(0).optional(),
      client: z.string().max(40).optional(),
    }),
    stream: true,
    answer: LiveEvent,
  },
} as const;
