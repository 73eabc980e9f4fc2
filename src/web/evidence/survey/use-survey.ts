import { useEffect, useState } from "react";
import type { SurveyForm } from "../../../protocol/evidence/survey.ts";
import { call, Refusal } from "../../app/client.ts";
import { answerOf, keepDraft, keptDraft, type SurveyDraft } from "./survey-draft.ts";

/** Milliseconds before the first new attempt, and at most. */
const SOON = 800;
const LATE = 20_000;

/** What may be true later of the same answer; all else that a server says is its last word. */
const passing = new Set(["unreachable", "unreadable", "unavailable", "internal", "timeout"]);

/** An answer that is kept in the browser until the server has it; sending it twice does no harm. */
export function useSurvey(secret: string, form: SurveyForm) {
  const [draft, setDraft] = useState(() => keptDraft(secret));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { token, state } = draft;
  const body = answerOf(draft, form.touchpoints);
  const text = JSON.stringify(body);

  function write(part: Partial<SurveyDraft>) {
    const next = { ...draft, ...part };
    keepDraft(secret, next);
    setDraft(next);
  }

  useEffect(() => {
    if (state !== "waiting" || text === "null") return;
    let over = false;
    let delay = SOON;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const settle = (next: SurveyDraft["state"]) =>
      setDraft((before) => {
        const after = { ...before, state: next };
        keepDraft(secret, after);
        return after;
      });
    const bring = async () => {
      clearTimeout(retry);
      try {
        await call("answerSurvey", { secret, body: { token, answer: JSON.parse(text) } });
        if (!over) settle("sent");
      } catch (error) {
        if (over) return;
        if (!(error instanceof Refusal)) throw error;
        if (passing.has(error.code)) {
          retry = setTimeout(again, delay);
          delay = Math.min(delay * 2, LATE);
          return;
        }
        setRefusal(error);
        settle("open");
      }
    };
    const again = () => void bring();
    again();
    addEventListener("online", again);
    return () => {
      over = true;
      clearTimeout(retry);
      removeEventListener("online", again);
    };
  }, [secret, token, state, text]);

  return {
    draft,
    fits: body !== null,
    refusal,
    write,
    send() {
      setRefusal(null);
      write({ state: "waiting" });
    },
    reopen: () => write({ state: "open" }),
  };
}
