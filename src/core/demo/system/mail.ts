import { HOUR, isoUtc } from "../calendar.ts";
import { nextId, note, type Life } from "../life.ts";

export type Campaign =
  | "meter-reminder"
  | "quote"
  | "switch-progress"
  | "welcome"
  | "renewal-offer"
  | "renewal-confirmed"
  | "newsletter";

/**
 * An e-mail: sent, perhaps opened, perhaps clicked; UTC.
 * @returns the moment it was opened, or null.
 */
export function mail(life: Life, at: number, campaign: Campaign, opens: number): number | null {
  const { person, chance } = life;
  const id = nextId(life, "m-");
  const line = (action: string, time: number) =>
    note(
      life,
      "mail",
      time,
      { email: person.email },
      `${id},${person.email},${campaign},${action},${isoUtc(time)}`,
    );
  line("sent", at);
  if (!chance.hit(opens)) return null;
  const opened = at + chance.around(HOUR, 0.9);
  line("opened", opened);
  if (chance.hit(0.2)) line("clicked", opened + chance.around(20_000));
  return opened;
}
