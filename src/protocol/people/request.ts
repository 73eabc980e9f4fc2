import { z } from "zod";
import { AccessFormat } from "./access.ts";
import {
  Actor,
  Day,
  DueCounts,
  IdentityCheck,
  PrivacyRequest,
  RequestEnd,
  RequestKind,
  RequestWay,
} from "../../core/people/request.ts";

const path = "/api/w/{workspace}/privacy";

/** Why something was done or not, for the file: without personal data. */
const Reason = z.string().trim().min(1).max(500);

/** What is done for a request. */
export const RequestDeed = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("identified"), how: IdentityCheck }),
  z.strictObject({
    what: z.literal("extended"),
    reason: Reason,
    /** When the person was told, with the reason: within the first month. */
    told: Day,
  }),
  z.strictObject({ what: z.enum(["restricted", "rectified"]) }),
  z.strictObject({ what: z.literal("exported"), format: AccessFormat }),
  z.strictObject({ what: z.literal("noted"), text: Reason }),
  z.strictObject({ what: z.literal("closed"), end: RequestEnd, reason: Reason.optional() }),
  z.strictObject({ what: z.literal("reopened") }),
]);
export type RequestDeed = z.infer<typeof RequestDeed>;

export const requestEndpoints = {
  privacyRequests: {
    method: "GET",
    path: `${path}/requests`,
    summary: "The register of requests of people about their data, what is due first first",
    answer: z.strictObject({ due: DueCounts, requests: z.array(PrivacyRequest) }),
  },
  privacyDue: {
    method: "GET",
    path: `${path}/due`,
    summary: "How many requests wait, are due soon or are overdue; no personal data",
    answer: DueCounts,
  },
  addPrivacyRequest: {
    method: "POST",
    path: `${path}/requests`,
    summary: "Note a request in the register",
    body: z.strictObject({
      who: Actor,
      kind: RequestKind,
      received: Day,
      way: RequestWay,
      by: z.enum(["self", "other"]).default("self"),
      /** An identifier as `findPeople` gives it; null when nobody was found. */
      identifier: z
        .string()
        .regex(/^\d{1,20}$/)
        .nullable(),
      /** What he calls himself by, where nobody was found; only its mask is kept. */
      named: z.string().trim().max(400).default(""),
    }),
    answer: PrivacyRequest,
  },
  stepPrivacyRequest: {
    method: "POST",
    path: `${path}/requests/{request}/steps`,
    summary: "Note what was done for a request; its log only grows",
    body: z.strictObject({ who: Actor, deed: RequestDeed }),
    answer: PrivacyRequest,
  },
} as const;
