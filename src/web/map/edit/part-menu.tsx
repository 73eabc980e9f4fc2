import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import "./part-menu.css";

export type Deed = { readonly key: string; readonly words: string; readonly does: () => void };

type Props = {
  readonly label: string;
  /** What can be done, in groups. */
  readonly groups: readonly (readonly Deed[])[];
  /** It is a tab stop. */
  readonly tabbable: boolean;
};

/** Three dots behind which stands what can be done with a part of the map. */
export function PartMenu({ label, groups, tabbable }: Props) {
  const deeds = groups.flat();
  return (
    <MenuTrigger>
      <Button className="part-menu-button" aria-label={label} excludeFromTabOrder={!tabbable}>
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
          {groups.flatMap((group, at) => [
            ...(at > 0 ? [<Separator key={`${at}`} className="part-menu-rule" />] : []),
            ...group.map(({ key, words }) => (
              <MenuItem key={key} id={key} className="part-menu-item">
                {words}
              </MenuItem>
            )),
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
