import { z } from "zod";
import { FoundPeople } from "../../core/people/found-person.ts";

export const findEndpoints = {
  findPeople: {
    method: "POST",
    path: "/api/w/{workspace}/people/find",
    summary:
      "The people behind an identifier, masked; asked in the body, so that no address holds it",
    body: z.strictObject({
      value: z.string().trim().min(1).max(400),
      /** Kind of identifier; without it every kind of the workspace. */
      kind: z.string().min(1).max(100).optional(),
    }),
    answer: FoundPeople,
  },
} as const;
