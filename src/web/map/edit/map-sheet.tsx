import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../../language/text.ts";
import { useEditing } from "./editing.ts";
import { EpisodeInspector } from "./inspect/episode-inspector.tsx";
import { JourneyInspector } from "./inspect/journey-inspector.tsx";
import { LanesInspector } from "./inspect/lanes-inspector.tsx";

/** Opens, from the right, all that the map says of the journey as a whole and of its episodes. */
export function MapSheet() {
  const t = useText().map;
  const episodes = useEditing()?.journey.episodes ?? [];
  return (
    <DialogTrigger>
      <Button className="edit-word">{t.edit.aboutMap}</Button>
      <Sheet title={t.edit.aboutMap}>
        <JourneyInspector />
        <LanesInspector />
        {episodes.map(({ id, title }) => (
          <details key={id} className="inspect-fold">
            <summary>{title}</summary>
            <EpisodeInspector id={id} />
          </details>
        ))}
      </Sheet>
    </DialogTrigger>
  );
}

function Sheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useText().map.drawer;
  return (
    <ModalOverlay className="drawer-shade" isDismissable>
      <Modal className="drawer">
        <Dialog className="drawer-dialog">
          <header className="drawer-head">
            <Heading slot="title" className="drawer-title">
              {title}
            </Heading>
            <Button slot="close" className="drawer-close" aria-label={t.close}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M3 3 13 13M13 3 3 13" />
              </svg>
            </Button>
          </header>
          <div className="drawer-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
