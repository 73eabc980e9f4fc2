import { Channel } from "./journey.ts";

/** What systems call the channels of a map. */
const otherNames: ReadonlyMap<string, Channel> = new Map([
  ["website", "web"],
  ["internet", "web"],
  ["online", "web"],
  ["e-mail", "email"],
  ["mail", "email"],
  ["telefoon", "phone"],
  ["telephone", "phone"],
  ["call", "phone"],
  ["winkel", "shop"],
  ["store", "shop"],
  ["brief", "post"],
  ["letter", "post"],
]);

/** The channel of a map by its name in the data; undefined where the data names none. */
export function knownChannel(name: string): Channel | undefined {
  if (name === "") return undefined;
  const plain = name.toLowerCase();
  const known = Channel.safeParse(plain);
  return known.success ? known.data : (otherNames.get(plain) ?? "other");
}
