import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from "react-aria-components";

type Props = {
  /** The word that opens it. */
  readonly open: string;
  readonly title: string;
  /** The word that closes it. */
  readonly close: string;
  readonly className: string;
  /** For who opens it from elsewhere too. */
  readonly state?: {
    readonly isOpen: boolean;
    readonly onOpenChange: (isOpen: boolean) => void;
  };
  readonly children: (close: () => void) => ReactNode;
};

/** A word that opens a sheet over the page, with a title and a way back. */
export function SideSheet({ open, title, close, className, state, children }: Props) {
  return (
    <DialogTrigger {...state}>
      <Button className="word-button">{open}</Button>
      <ModalOverlay className="sheet-shade" isDismissable>
        <Modal className={`sheet ${className}`}>
          <Dialog aria-label={title}>
            {({ close: shut }) => (
              <>
                <div className="sheet-head">
                  <h2>{title}</h2>
                  <Button className="word-button" onPress={shut}>
                    {close}
                  </Button>
                </div>
                {children(shut)}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
