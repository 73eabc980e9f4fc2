import { z } from "zod";
import { Actor } from "../../core/people/request.ts";

const Objection = z.strictObject({ objects: z.boolean() });
const path = "/api/w/{workspace}/people/{person}/objection";

export const objectionEndpoints = {
  objection: {
    method: "GET",
    path,
    summary: "Does this person object to being counted?",
    answer: Objection,
  },
  setObjection: {
    method: "PUT",
    path,
    summary: "Take somebody out of all numbers because he objects, or back in; his events stay",
    body: Objection.extend({
      who: Actor,
      /** The request in the register that it answers. */
      request: z.string().max(100).optional(),
    }),
    answer: Objection,
  },
} as const;
