import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Report, WholeReport } from "../../../protocol/question/report.ts";
import { call } from "../../app/client.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";

type Written = Pick<Report, "title" | "blocks">;

/** What can be done with a report, and what it was before, to go back to. */
export function useReport({ report }: WholeReport) {
  const workspace = useWorkspaceSlug();
  const queries = useQueryClient();
  const [before, setBefore] = useState<readonly Written[]>([]);
  const settled = () => queries.invalidateQueries({ queryKey: ["report"] });
  const change = useMutation({
    mutationFn: ({ title, blocks }: Written) =>
      call("changeReport", {
        workspace,
        report: report.id,
        body: { title, blocks, version: report.version },
      }),
    onSettled: settled,
  });
  const { title, blocks } = report;
  return {
    error: change.error,
    pending: change.isPending,
    canUndo: before.length > 0,
    write(part: Partial<Written>) {
      change.mutate(
        { title, blocks, ...part },
        { onSuccess: () => setBefore([...before, { title, blocks }]) },
      );
    },
    undo() {
      const last = before.at(-1);
      if (last) change.mutate(last, { onSuccess: () => setBefore(before.slice(0, -1)) });
    },
  };
}

export type ReportDeeds = ReturnType<typeof useReport>;
