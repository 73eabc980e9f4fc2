import { useEffect, useRef } from "react";
import type { FormEvent, ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../../language/text.ts";
import "./ask.css";

type Props = {
  readonly title: string;
  /** The word that does it. */
  readonly submit: string;
  /** It cannot be done as it is filled in now. */
  readonly impossible?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A short question before something is done with a part of the map. */
export function Ask(props: Props) {
  const { onClose } = props;
  return (
    <ModalOverlay
      className="ask-shade"
      isDismissable
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="ask">
        <Dialog className="ask-dialog">
          <Question {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Question({ title, submit, impossible = false, onSubmit, onClose, children }: Props) {
  const t = useText().map.edit.ask;
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>("select, input:not([type=radio])")?.focus();
  }, []);

  function send(event: FormEvent) {
    event.preventDefault();
    if (impossible) return;
    onClose();
    onSubmit();
  }

  return (
    <form ref={form} onSubmit={send}>
      <Heading slot="title" className="ask-title">
        {title}
      </Heading>
      {children}
      <p className="ask-tools">
        <button type="submit" className="button" disabled={impossible}>
          {submit}
        </button>
        <Button className="word-button" onPress={onClose}>
          {t.cancel}
        </Button>
      </p>
    </form>
  );
}
