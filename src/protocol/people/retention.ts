import { z } from "zod";
import { Actor } from "../../core/people/request.ts";
import { RetentionReach, RetentionRule } from "../../core/people/retention-list.ts";
import { RetentionTerm } from "../../core/people/retention-rule.ts";

const path = "/api/w/{workspace}/privacy/retention";

export const retentionEndpoints = {
  retention: {
    method: "GET",
    path,
    summary: "How long events are kept: rules, and what went by each; without one all is kept",
    answer: z.array(RetentionRule),
  },
  previewRetention: {
    method: "POST",
    path: `${path}/preview`,
    summary: "What a rule would take away as things are; changes nothing",
    body: RetentionTerm,
    answer: RetentionReach,
  },
  addRetention: {
    method: "POST",
    path,
    summary:
      "Make a rule; it is applied from the next day on, and counts at once for what comes in",
    body: RetentionTerm.extend({ who: Actor }),
    answer: RetentionRule,
  },
  endRetention: {
    method: "PUT",
    path: `${path}/{rule}`,
    summary: "Make a rule count no more, or again; what went does not come back",
    body: z.strictObject({ ended: z.boolean(), who: Actor }),
    answer: RetentionRule,
  },
} as const;
