import { useEffect } from "react";
import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from "react-aria-components";

type State = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

type Props = {
  /** The word that opens it; without one it is opened from elsewhere only. */
  readonly open?: string;
  readonly title: string;
  /** The word that closes it. */
  readonly close: string;
  readonly className: string;
  /** For who opens it from elsewhere too. */
  readonly state?: State;
  readonly children: (close: () => void) => ReactNode;
};

/** A sheet over the page with a title and a way back, and mostly the word that opens it. */
export function SideSheet({ open, state, ...sheet }: Props) {
  if (open === undefined) return <Sheet {...sheet} {...state} />;
  return (
    <DialogTrigger {...state}>
      <Button className="word-button">{open}</Button>
      <Sheet {...sheet} />
    </DialogTrigger>
  );
}

function Sheet(props: Omit<Props, "open" | "state"> & Partial<State>) {
  const { title, close, className, children, ...state } = props;
  return (
    <ModalOverlay className="sheet-shade" isDismissable {...state}>
      <Modal className={`sheet ${className}`}>
        <Dialog aria-label={title}>
          {({ close: shut }) => (
            <>
              <EscapeFromNowhere shut={shut} />
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
  );
}

/** Browsers take the focus off a button that is disabled when pressed; the sheet hears no key then. */
function EscapeFromNowhere({ shut }: { readonly shut: () => void }) {
  useEffect(() => {
    function onKey({ key }: KeyboardEvent) {
      if (key === "Escape" && document.activeElement === document.body) shut();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [shut]);
  return null;
}
