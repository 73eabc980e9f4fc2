import { nextId, note, type Life } from "../life.ts";

export type AppEvent =
  | "app_installed"
  | "login_failed"
  | "login_ok"
  | "bill_viewed"
  | "instalment_changed"
  | "friend_invited"
  | "app_opened";

/** App events: device id and customer number, epoch milliseconds. */
export function app(life: Life, at: number, event: AppEvent): void {
  const { person } = life;
  note(
    life,
    "app",
    at,
    { device: person.device, customer: person.customer },
    `{"id":"${nextId(life, "a-")}","ts":${at},"name":"${event}","device":{"id":"${person.device}","os":"${person.platform}"},"customer":${person.customer}}`,
  );
}
