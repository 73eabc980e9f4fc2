import type { Channel } from "../../core/map/journey.ts";
import { useText } from "../language/text.ts";
import "./channel-icon.css";

/** Strokes on a field of 16 × 16. */
const strokes: Record<Channel, string> = {
  web: "M2 3.5h12v9H2zM2 6h12",
  app: "M5 1.5h6v13H5zM7.2 12.4h1.6",
  email: "M2 3.8h12v8.6H2zM2.3 4.2 8 9l5.7-4.8",
  phone:
    "M3.2 2.5l2.4-.5 1.5 3.4-1.6 1.3c.7 1.6 2 2.9 3.6 3.7l1.4-1.6 3.3 1.6-.5 2.4c-.1.5-.6.9-1.1.8C6.9 13 2.9 9 2.4 3.6c0-.5.3-1 .8-1.1z",
  chat: "M2 3h12v8H7.5L4.5 13.5V11H2z",
  whatsapp: "M8 2a5.8 5.8 0 1 1-2.8 10.9L2.4 13.6l.8-2.7A5.8 5.8 0 0 1 8 2zM6 6c0 2.2 1.8 4 4 4",
  shop: "M2.5 6.5V14h11V6.5M1.8 6.5 3.2 2.5h9.6l1.4 4zM6.5 14v-4h3v4",
  post: "M2 4.5h12v8H2zM9.5 6.5h2.5v2.2H9.5zM4 10.5h4",
  social: "M8 13.2 3 8.4a2.9 2.9 0 0 1 5-3.3 2.9 2.9 0 0 1 5 3.3z",
  partner: "M5.5 8 8 10.5 14 5M2 8l2.5 2.5M7 8.5 10.5 5",
  "word-of-mouth":
    "M5 5.5a2 2 0 1 0 0-.1zM2 13c0-3 1.5-4.5 3.2-4.5S8.4 10 8.4 13M10.5 5c1 1 1 2.8 0 3.8M12.5 3.5c2 2 2 4.8 0 6.8",
  event: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3",
  forum: "M2 2.5h8.5v6H5.5L3.5 10.5v-2H2zM12.5 6H14v5.5h-1.5v2L10.5 11.5H7",
  home: "M2.5 7.5 8 3l5.5 4.5M4 6.5v7h8v-7",
  none: "M4 8h8",
  other: "M8 8h.01M4 8h.01M12 8h.01",
};

/** A channel as a small line drawing; its name stands beside it. */
export function ChannelIcon({ channel }: { readonly channel: Channel }) {
  return (
    <svg className="channel-icon" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d={strokes[channel]} />
    </svg>
  );
}

/** A channel with its name. */
export function ChannelName({ channel }: { readonly channel: Channel }) {
  const t = useText().map;
  return (
    <>
      <ChannelIcon channel={channel} />
      <span className="touchpoint-channel-name">{t.channel[channel]}</span>
    </>
  );
}
