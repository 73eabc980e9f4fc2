import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useText } from "../../language/text.ts";
import type { Door, Room } from "./door.ts";

/** The doors that one does not need every day, behind one word. */
export function MoreDoors({ doors }: { readonly doors: readonly Door[] }) {
  const t = useText().map;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const enter = (door: Door) => ("goes" in door ? door.goes() : setOpen(door.key));
  // The line of the menu that opened the room is gone when it closes.
  const leave = () => {
    setOpen(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <MenuTrigger>
        <Button ref={button} className="word-button more-doors">
          {t.doors}
          <svg viewBox="0 0 8 6" width="8" height="6" aria-hidden="true">
            <path d="M1 1l3 3 3-3" fill="none" stroke="currentColor" strokeWidth="1.3" />
          </svg>
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="door-list">
            {doors.map((door) => (
              <MenuItem
                key={door.key}
                id={door.key}
                className="door-line"
                onAction={() => enter(door)}
              >
                {door.words}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {doors.map(
        (door) =>
          "room" in door && (
            <Opened
              key={door.key}
              enter={door.room}
              isOpen={door.key === open}
              onOpenChange={(isOpen) => (isOpen ? setOpen(door.key) : leave())}
              triggerRef={button}
            />
          ),
      )}
    </>
  );
}

function Opened({ enter, ...room }: Room & { readonly enter: (room: Room) => ReactNode }) {
  return enter(room);
}
