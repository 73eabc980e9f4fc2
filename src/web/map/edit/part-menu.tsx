import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

export type Deed = { readonly key: string; readonly words: string; readonly does: () => void };

type Props = { readonly label: string; readonly deeds: readonly Deed[] };

/** Three dots behind which stands what can be done with a part of the map. */
export function PartMenu({ label, deeds }: Props) {
  return (
    <span data-own className="part-menu">
      <MenuTrigger>
        <Button className="part-menu-button" aria-label={label}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle cx="3" cy="8" r="1.3" />
            <circle cx="8" cy="8" r="1.3" />
            <circle cx="13" cy="8" r="1.3" />
          </svg>
        </Button>
        <Popover className="popover" placement="bottom start">
          <Menu
            className="part-menu-list"
            aria-label={label}
            onAction={(key) => deeds.find((deed) => deed.key === key)?.does()}
          >
            {deeds.map(({ key, words }) => (
              <MenuItem key={key} id={key} className="part-menu-item">
                {words}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  );
}
