import { z } from "zod";
import { Journey } from "../../core/map/journey.ts";
import { Author } from "./live.ts";

/** A state of a map that was kept. */
export const Version = z.strictObject({
  number: z.number().int().min(1),
  /** Null for one that Spoor kept by itself. */
  name: z.string().nullable(),
  /** Name of who kept it, or whose change came last. */
  author: z.string(),
  at: z.string(),
  /** Up to which command of the log it goes. */
  seq: z.number().int(),
});
export type Version = z.infer<typeof Version>;

const path = "/api/w/{workspace}/maps/{map}";
const Name = z.string().trim().min(1).max(120);

export const versionEndpoints = {
  versions: {
    method: "GET",
    path: `${path}/versions`,
    summary: "Versions of a map, newest first",
    answer: z.array(Version),
  },
  keepVersion: {
    method: "POST",
    path: `${path}/versions`,
    summary: "Keep the map as it is now: under a name, or without one if it was not kept yet",
    body: z.strictObject({ author: Author, name: Name.nullable() }),
    answer: Version,
  },
  nameVersion: {
    method: "PUT",
    path: `${path}/versions/{number}`,
    summary: "Give a version a name, or another one",
    body: z.strictObject({ author: Author, name: Name }),
    answer: Version,
  },
  version: {
    method: "GET",
    path: `${path}/versions/{number}`,
    summary: "The map as it was",
    answer: Journey,
  },
  restoreVersion: {
    method: "POST",
    path: `${path}/versions/{number}/restore`,
    summary: "Make the map what it was; what it is now is kept as a version first",
    body: z.strictObject({ author: Author }),
    answer: z.strictObject({ seq: z.number().int() }),
  },
} as const;
