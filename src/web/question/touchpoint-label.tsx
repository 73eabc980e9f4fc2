/** The event of a touchpoint, its channel small behind it. */
export function TouchpointLabel(props: { readonly event: string; readonly channel: string }) {
  return (
    <span className="touchpoint-label">
      {props.event}
      {props.channel !== "" && <span className="touchpoint-channel">{props.channel}</span>}
    </span>
  );
}
