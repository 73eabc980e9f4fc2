import { useParams } from "@tanstack/react-router";
import type { Workspace } from "../../protocol/workspace.ts";
import type { Text } from "../language/text.ts";
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

/** What a workspace is called; the one for the reader's own data goes by the reader's word for it. */
export function nameOf(workspace: Workspace, t: Text): string {
  return workspace.name || t.app.ownWorkspace;
}

/** The workspace to open first: the demo, else the first with data, else the first. */
export function firstWorkspace(list: readonly Workspace[]): Workspace | undefined {
  return (
    list.find(({ kind }) => kind === "demo") ?? list.find(({ events }) => events > 0) ?? list[0]
  );
}
