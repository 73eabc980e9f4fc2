import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { behind } from "../../../protocol/question/one-state.ts";
import type { WholeReport } from "../../../protocol/question/report.ts";
import type { AnsweredQuestion } from "../../../protocol/question/saved.ts";
import { call } from "../../app/client.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";

/** How far a refreshing is, and the question that is being answered. */
type Progress = { readonly done: number; readonly of: number; readonly now: string };

/**
 * Answers the questions of a report anew, one after the other, so that one sees how far it is and a question
 * that fails keeps its last answer and stops no other. What was answered before new data came in is answered
 * once more, so that all figures belong together.
 */
export function useRefresh({ report, questions }: WholeReport) {
  const workspace = useWorkspaceSlug();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failed, setFailed] = useState<ReadonlyMap<string, unknown>>(new Map());

  async function anew(wanted: readonly AnsweredQuestion[], again: boolean): Promise<void> {
    const answered: AnsweredQuestion[] = [];
    for (const [nth, { id }] of wanted.entries()) {
      setProgress({ done: nth, of: wanted.length, now: id });
      try {
        const question = await call("refreshQuestion", { workspace, question: id });
        answered.push(question);
        setFailed((before) => new Map([...before].filter(([each]) => each !== id)));
        queries.setQueryData<WholeReport>(["report", { workspace, report: report.id }], (whole) =>
          whole === undefined ? whole : { ...whole, questions: put(whole.questions, question) },
        );
      } catch (error) {
        setFailed((before) => new Map(before).set(id, error));
      }
    }
    if (again) await anew(behind(answered), false);
  }

  return {
    progress,
    failed,
    /** Null: all of them. */
    refresh(question: string | null) {
      if (progress !== null) return;
      const wanted = questions.filter(({ id }) => question === null || id === question);
      void anew(wanted, question === null).finally(() => {
        setProgress(null);
        void queries.invalidateQueries({ queryKey: ["report"] });
        void queries.invalidateQueries({ queryKey: ["savedQuestions"] });
      });
    },
  };
}

function put(
  questions: readonly AnsweredQuestion[],
  question: AnsweredQuestion,
): AnsweredQuestion[] {
  return questions.map((each) => (each.id === question.id ? question : each));
}
