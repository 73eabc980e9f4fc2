import { isoLocal } from "../calendar.ts";
import { nextId, note, type Life } from "../life.ts";
import { international } from "./calls.ts";

/** A chat on the site: the cookie, how long the visitor waited for an answer, and the shift that gave it. */
export function chat(life: Life, at: number, evening: boolean, waitSeconds: number): void {
  const { person } = life;
  note(
    life,
    "chat",
    at,
    { cookie: person.cookies[0] },
    `{"chat_id":"${nextId(life, "c-")}","visitor":"${person.cookies[0]}","started":"${isoLocal(at)}","shift":"${evening ? "avond" : "dag"}","wait_seconds":${waitSeconds},"topic":"tarieven"}`,
  );
}

/** A WhatsApp message from the customer; Amsterdam time with its offset. */
export function whatsapp(life: Life, at: number, topic: "meterstand" | "vraag" | "storing"): void {
  const phone = international(life.person.phone);
  note(
    life,
    "whatsapp",
    at,
    { phone },
    `{"message_id":"${nextId(life, "wa-")}","from":"${phone.slice(1)}","sent":"${isoLocal(at)}","topic":"${topic}"}`,
  );
}
