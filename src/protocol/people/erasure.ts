import { z } from "zod";
import { Erasure, ErasurePreview } from "../../core/people/erasure.ts";
import { Actor } from "../../core/people/request.ts";

const path = "/api/w/{workspace}/privacy/erasures";

/** Whom it is about: people by their ids, or identifiers as they are written. */
const whom = {
  people: z
    .array(z.string().regex(/^\d{1,20}$/))
    .max(100)
    .default([]),
  identifiers: z
    .array(
      z.strictObject({
        kind: z.string().trim().min(1).max(100),
        value: z.string().trim().min(1).max(400),
      }),
    )
    .max(100)
    .default([]),
};

export const erasureEndpoints = {
  previewErasure: {
    method: "POST",
    path: `${path}/preview`,
    summary: "What of somebody would go, in numbers; changes nothing",
    body: z.strictObject(whom),
    answer: ErasurePreview,
  },
  erase: {
    method: "POST",
    path,
    summary: "Erase somebody from all stores for good, with proof",
    body: z.strictObject({
      ...whom,
      who: Actor,
      /** The request in the register that it answers; it is closed when nothing of him is found. */
      request: z.string().max(100).optional(),
      /** What comes of him later is kept out too; else only what happened up to now. */
      forGood: z.boolean().default(false),
    }),
    answer: Erasure,
  },
  erasures: {
    method: "GET",
    path,
    summary: "Erasures with their proof, newest first; they name nobody",
    answer: z.array(Erasure),
  },
  erasure: {
    method: "GET",
    path: `${path}/{erasure}`,
    summary: "How far an erasure is, and its proof",
    answer: Erasure,
  },
  searchErased: {
    method: "POST",
    path: `${path}/{erasure}/search`,
    summary: "Search all stores again for somebody who was erased, by the identifiers that he had",
    body: z.strictObject({ identifiers: whom.identifiers, who: Actor }),
    answer: Erasure,
  },
} as const;
