import { apply } from "../../apply.ts";
import { singles, type Command, type Single, type Value } from "../../command.ts";
import type { Journey, Touchpoint } from "../../journey.ts";
import { knownChannel } from "../../known-channel.ts";
import { splitTouchpoint } from "../../plan/split.ts";
import { freeId } from "../parts.ts";

/**
 * A touchpoint for each channel of its bindings, with the bindings of that channel; all else as when a
 * touchpoint is split. Nothing where a binding takes events of any channel: whose they are is not known.
 */
export function splitChannels(
  journey: Journey,
  { id, title, channel: drawn, events = [] }: Touchpoint,
): { readonly fix?: Command } {
  if (events.some(({ channel }) => channel === undefined)) return {};
  const [first, ...others] = new Set(events.map(({ channel = "" }) => channel));
  const of = (channel: string | undefined) =>
    events.filter((each) => each.channel === channel) as Value;
  const commands: Single[] = [];
  let now = journey;
  const add = (command: Command) => {
    const done = apply(now, command);
    if (done.ok) now = done.journey;
    commands.push(...singles(command));
  };
  add({ do: "set", at: id, field: "events", from: events as Value, to: of(first) });
  const own = knownChannel(first ?? "");
  if (own && own !== drawn)
    add({ do: "set", at: id, field: "channel", from: drawn ?? null, to: own });
  let last = id;
  for (const channel of others) {
    const plan = splitTouchpoint(now, last, title, (prefix) =>
      freeId(now, prefix, `${title} ${channel}`),
    );
    if (!plan) return {};
    add(plan.command);
    add({ do: "set", at: plan.id, field: "events", from: null, to: of(channel) });
    add({
      do: "set",
      at: plan.id,
      field: "channel",
      from: null,
      to: knownChannel(channel) ?? "other",
    });
    last = plan.id;
  }
  return { fix: { do: "all", commands } };
}
