import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger } from "react-aria-components";
import { DialogPopover } from "../app/dialog-popover.tsx";

/** One part of the filter: a quiet label and the chosen value as an underlined word that opens. */
export function FilterWord(props: {
  readonly label: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className="filter-word" data-chosen={props.chosen || undefined}>
      <DialogTrigger>
        <Button className="filter-button">
          <span className="filter-label">{props.label}</span>{" "}
          <span className="filter-value">{props.value}</span>
        </Button>
        <DialogPopover placement="bottom start">
          <Dialog className="popover-dialog" aria-label={props.label}>
            {props.children}
          </Dialog>
        </DialogPopover>
      </DialogTrigger>
    </span>
  );
}
