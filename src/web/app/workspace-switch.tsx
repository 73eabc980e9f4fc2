import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button, Dialog, DialogTrigger } from "react-aria-components";
import { DialogPopover } from "./dialog-popover.tsx";
import type { Workspace } from "../../protocol/workspace.ts";
import { useText } from "../language/text.ts";
import { call } from "./client.ts";
import { Trouble } from "./trouble.tsx";
import { nameOf } from "./workspace.ts";

/** The name of the workspace, which opens the list of all and a line to make another. */
export function WorkspaceSwitch(props: {
  readonly workspaces: readonly Workspace[];
  readonly current: Workspace;
}) {
  const t = useText();
  const name = nameOf(props.current, t);
  return (
    <DialogTrigger>
      <Button className="workspace-button" aria-label={`${t.app.workspace}: ${name}`}>
        {name}
        <svg viewBox="0 0 8 6" width="8" height="6" aria-hidden="true">
          <path d="M1 1l3 3 3-3" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </svg>
      </Button>
      <DialogPopover placement="bottom start">
        <Dialog className="popover-dialog" aria-label={t.app.workspace}>
          {({ close }) => <WorkspaceList {...props} onGo={close} />}
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  );
}

/** The workspaces to go to, and a new one. */
export function WorkspaceList(props: {
  readonly workspaces: readonly Workspace[];
  readonly current: Workspace;
  readonly onGo: () => void;
}) {
  const t = useText();
  return (
    <div className="workspaces">
      <ul>
        {props.workspaces.map((workspace) => (
          <li key={workspace.slug}>
            <Link
              to="/w/$workspace/map/{-$map}"
              params={{ workspace: workspace.slug, map: undefined }}
              search={{}}
              aria-current={workspace.slug === props.current.slug || undefined}
              onClick={props.onGo}
            >
              {nameOf(workspace, t)}
            </Link>
          </li>
        ))}
      </ul>
      <NewWorkspace onMade={props.onGo} />
    </div>
  );
}

function NewWorkspace(props: { readonly onMade: () => void }) {
  const t = useText().app;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const make = useMutation({
    mutationFn: () => call("createWorkspace", { body: { name: name.trim() } }),
    onSuccess: async ({ slug }) => {
      await queries.invalidateQueries({ queryKey: ["workspaces"] });
      props.onMade();
      await navigate({ to: "/w/$workspace/import", params: { workspace: slug }, search: {} });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() !== "") make.mutate();
  }
  return (
    <form onSubmit={submit} className="new-workspace">
      <label>
        <span className="field-label">{t.newWorkspace}</span>
        <input
          value={name}
          maxLength={80}
          aria-label={t.workspaceName}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="word-button" disabled={make.isPending}>
        {t.make}
      </button>
      {make.isError && <Trouble error={make.error} />}
    </form>
  );
}
