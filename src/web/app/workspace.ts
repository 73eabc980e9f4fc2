import { useParams } from "@tanstack/react-router";
import type { Workspace } from "../../protocol/workspace.ts";
import { useAnswer } from "./answer.ts";

/** All workspaces; asked again every second while one of them is being made ready. */
export function useWorkspaces() {
  return useAnswer(
    "workspaces",
    {},
    {
      refetchInterval: (list) => (list?.some(({ loading }) => loading !== null) ? 1000 : false),
    },
  );
}

/** The slug that stands in the address. */
export function useWorkspaceSlug(): string {
  return useParams({ strict: false }).workspace ?? "";
}

/** The workspace to open first: the demo, else the first with data, else the first. */
export function firstWorkspace(list: readonly Workspace[]): Workspace | undefined {
  return (
    list.find(({ kind }) => kind === "demo") ?? list.find(({ events }) => events > 0) ?? list[0]
  );
}
