import type { ComponentProps } from "react";
import { Popover } from "react-aria-components";

/**
 * A dialog beside the word that opened it. React Aria names the popover around a dialog as well: a
 * name without a role, which checkers take for content outside every landmark.
 */
export function DialogPopover(props: Omit<ComponentProps<typeof Popover>, "className">) {
  // oxlint-disable-next-line jsx-a11y/aria-proptypes -- nothing else takes the name away
  return <Popover {...props} className="popover" aria-labelledby="" />;
}
