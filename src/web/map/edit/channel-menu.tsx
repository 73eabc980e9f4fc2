import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Channel } from "../../../core/map/journey.ts";
import { useText } from "../../language/text.ts";
import { ChannelIcon, ChannelName } from "../channel-icon.tsx";
import { set, useEditing } from "./editing.ts";

type Props = {
  readonly id: string;
  readonly title: string;
  readonly channel: Channel | undefined;
  readonly tabbable: boolean;
};

/** The channel of a touchpoint, and the others to choose from; pressing the one it has takes it away. */
export function ChannelMenu({ id, title, channel, tabbable }: Props) {
  const t = useText().map;
  const editing = useEditing();
  const choose = (one: Channel) => {
    const to = one === channel ? null : one;
    editing?.edit(set(id, "channel", channel ?? null, to), t.edit.channelSet(title));
  };
  return (
    <span data-own className="channel-menu">
      <MenuTrigger>
        <Button className="channel-button" excludeFromTabOrder={!tabbable}>
          {channel ? (
            <>
              <span className="visually-hidden">{t.edit.channel}: </span>
              <ChannelName channel={channel} />
            </>
          ) : (
            <span className="channel-none">{t.edit.channel}</span>
          )}
        </Button>
        <Popover className="popover" placement="bottom start">
          <Menu
            className="part-menu-list"
            aria-label={t.edit.channel}
            selectionMode="single"
            selectedKeys={channel ? [channel] : []}
            onAction={(key) => choose(Channel.parse(key))}
          >
            {Channel.options.map((one) => (
              <MenuItem key={one} id={one} textValue={t.channel[one]} className="part-menu-item">
                <ChannelIcon channel={one} /> {t.channel[one]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  );
}
