import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from "react-aria-components";
import type { Workspace } from "../../protocol/workspace.ts";
import { useText } from "../language/text.ts";
import { EmptyWorkspace } from "./empty-workspace.tsx";
import { FirstRun } from "./first-run.tsx";
import { Contents, Navigation, Neighbours, pageOf } from "./navigation.tsx";
import { NotFound } from "./not-found.tsx";
import { Preferences } from "./preferences.tsx";
import "./shell.css";
import { Trouble } from "./trouble.tsx";
import { Waiting } from "./waiting.tsx";
import { Wordmark } from "./wordmark.tsx";
import { WorkspaceList, WorkspaceSwitch } from "./workspace-switch.tsx";
import { nameOf, useWorkspaceSlug, useWorkspaces } from "./workspace.ts";

/** The thin line above every page, and the page of the workspace under it. */
export function Shell() {
  const workspaces = useWorkspaces();
  const slug = useWorkspaceSlug();
  if (workspaces.isLoadingError) {
    return <Trouble error={workspaces.error} onAgain={() => void workspaces.refetch()} />;
  }
  if (workspaces.data === undefined) return <Waiting />;
  const current = workspaces.data.find((each) => each.slug === slug);
  if (current === undefined) return <NotFound />;
  return <Framed workspaces={workspaces.data} current={current} />;
}

type Frame = { readonly workspaces: readonly Workspace[]; readonly current: Workspace };

function Framed({ workspaces, current }: Frame) {
  const t = useText();
  const name = nameOf(current, t);
  const page = pageOf(useLocation().pathname);
  useEffect(() => {
    const parts = [...(page === null ? [] : [t.app.pages[page]]), name, t.app.name];
    document.title = parts.join(" · ");
  }, [page, name, t]);
  return (
    <>
      <a className="skip" href="#content">
        {t.app.skip}
      </a>
      <header className="shell">
        <Link to="/" className="home">
          <Wordmark />
        </Link>
        <div className="shell-wide">
          <WorkspaceSwitch workspaces={workspaces} current={current} />
          <Navigation workspace={current.slug} />
          <Preferences />
        </div>
        <div className="shell-phone">
          <span className="workspace-name">{name}</span>
          <Sheet workspaces={workspaces} current={current} />
        </div>
      </header>
      <Neighbours workspace={current.slug} />
      <main id="content" tabIndex={-1}>
        <Content workspaces={workspaces} current={current} />
      </main>
    </>
  );
}

/** Pages that are of use before any data is there. */
const withoutData = new Set([
  "import",
  "quarantine",
  "sources",
  "notes",
  "new",
  "maps",
  "compare",
  "privacy",
]);

/** A workspace that is not ready says so; an empty one too, on pages that are about its data. */
function Content({ workspaces, current }: Frame) {
  const { pathname } = useLocation();
  if (current.loading !== null) {
    return <FirstRun loading={current.loading} workspaces={workspaces} />;
  }
  const page = pathname.split("/")[3] ?? "";
  const drawing = ["map", "perception"].includes(page) && current.map !== null;
  if (current.events === 0 && !drawing && !withoutData.has(page))
    return <EmptyWorkspace workspace={current.slug} />;
  return <Outlet key={current.slug} />;
}

function Sheet({ workspaces, current }: Frame) {
  const t = useText().app;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="word-button">{t.menu}</Button>
      <ModalOverlay className="sheet-shade" isDismissable>
        <Modal className="sheet">
          <Dialog aria-label={t.menu}>
            <div className="sheet-head">
              <Wordmark />
              <Button className="word-button" onPress={close}>
                {t.close}
              </Button>
            </div>
            <Contents workspace={current.slug} onGo={close} />
            <h2 className="sheet-title">{t.workspace}</h2>
            <WorkspaceList workspaces={workspaces} current={current} onGo={close} />
            <Preferences />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
