import { z } from "zod";
import type { SurveyAnswer } from "../../../core/evidence/survey.ts";
import { SurveyToken } from "../../../protocol/evidence/survey.ts";
import { recall, remember } from "../../language/memory.ts";
import { drawn } from "../../map/edit/identity.ts";

/** What is being answered in this browser, and the token by which it can be answered anew. */
const SurveyDraft = z.object({
  token: SurveyToken,
  /** Null as long as none was chosen; empty for one that is not on the list. */
  department: z.string().nullable(),
  /** By touchpoint; null for one that he does not know. */
  scores: z.record(z.string(), z.number().int().nullable()),
  remark: z.string(),
  /** Is it being written, on its way, or with the server? */
  state: z.enum(["open", "waiting", "sent"]),
});
export type SurveyDraft = z.infer<typeof SurveyDraft>;

function nameOf(secret: string): string {
  return `spoor.survey/${secret}`;
}

export function keptDraft(secret: string): SurveyDraft {
  try {
    return SurveyDraft.parse(JSON.parse(recall(nameOf(secret)) ?? ""));
  } catch {
    return { token: drawn(32), department: null, scores: {}, remark: "", state: "open" };
  }
}

export function keepDraft(secret: string, draft: SurveyDraft): void {
  remember(nameOf(secret), JSON.stringify(draft));
}

/** What of it is sent about these touchpoints; null as long as that is nothing. */
export function answerOf(
  { department, scores, remark }: SurveyDraft,
  touchpoints: readonly { readonly id: string }[],
): SurveyAnswer | null {
  const scored = touchpoints.flatMap(({ id }): [string, number][] => {
    const score = scores[id];
    return score === undefined || score === null ? [] : [[id, score]];
  });
  if (department === null || scored.length === 0) return null;
  const said = remark.trim();
  return { department, scores: Object.fromEntries(scored), remark: said === "" ? null : said };
}
