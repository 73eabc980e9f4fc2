import { Navigate } from "@tanstack/react-router";
import { must } from "../../core/assert.ts";
import { Trouble } from "./trouble.tsx";
import { Waiting } from "./waiting.tsx";
import { firstWorkspace, useWorkspaces } from "./workspace.ts";

/** The front door: leads on to the demo, or to the first workspace there is. */
export function Start() {
  const workspaces = useWorkspaces();
  if (workspaces.isError) {
    return <Trouble error={workspaces.error} onAgain={() => void workspaces.refetch()} />;
  }
  if (workspaces.data === undefined) return <Waiting />;
  const first = must(firstWorkspace(workspaces.data), "a workspace");
  return (
    <Navigate
      to="/w/$workspace/map/{-$map}"
      params={{ workspace: first.slug, map: undefined }}
      search={{}}
      replace
    />
  );
}
