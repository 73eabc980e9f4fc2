import { createHmac, randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { letterOf, type ToldAlert } from "../../core/question/alerts/letter.ts";
import type { Engine } from "../../engine/port.ts";
import {
  addDelivery,
  dueDeliveries,
  noteDelivery,
  openChannels,
  takeDelivery,
  type DueDelivery,
} from "../documents/alert-channel.ts";
import { listMutes, type KeptAlert } from "../documents/alert.ts";
import type { Config } from "../config.ts";
import type { Documents } from "../documents/documents.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Seal } from "../seal.ts";
import { named, namesOf } from "./handlers.ts";
import { Rounds } from "../rounds.ts";

const MINUTE = 60_000;
/** How often one looks for what is to be sent. */
const LOOK = 15_000;
/** How long is waited after each attempt; then it is given up. */
const WAITS = [1, 5, 30, 120, 360, 1440, 1440, 1440].map((minutes) => minutes * MINUTE);
/** Older days are no news. */
const NEWS = 14 * 24 * 60 * MINUTE;

type Deps = {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly outgoing: Outgoing;
  readonly seal: Seal;
  readonly mail: Config["mail"];
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly report: (error: unknown) => void;
};

/** Whose secret it is that a web address is signed with. */
export function aboutChannel(id: string): string {
  return `alert channel ${id}`;
}

/**
 * Brings odd days to whoever wants to hear of them: one message a day and receiver, with an id, until it
 * has arrived or several days have gone. Whoever gets an id twice was told once.
 */
export class Courier implements AsyncDisposable {
  readonly #deps: Deps;
  readonly #rounds: Rounds;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#rounds = new Rounds(LOOK, () => this.#deliver(), deps.report);
  }

  /** Puts what is new on its way: not what is muted, a holiday, or long gone. */
  async tell(workspace: number, fresh: readonly KeptAlert[]): Promise<void> {
    const { documents, engine, now } = this.#deps;
    const channels = await openChannels(documents, workspace);
    if (channels.length === 0) return;
    const names = await namesOf(engine, workspace);
    const mutes = await listMutes(documents, workspace);
    const news = fresh
      .flatMap((each) => named(each, names, mutes))
      .filter(
        ({ muted, reason, day }) =>
          !muted && reason.is !== "holiday" && now() - Date.parse(day) < NEWS,
      );
    const at = new Date(now()).toISOString();
    for (const [day, alerts] of Map.groupBy(news, (each) => each.day)) {
      const told = alerts.map(
        ({ at: place, to, count, expected, low, high, z, reason }): ToldAlert => ({
          day,
          at: place.label,
          to: to?.label ?? null,
          count,
          expected,
          low,
          high,
          z,
          reason,
        }),
      );
      for (const { id } of channels)
        await addDelivery(documents, {
          id: `ad_${randomUUID()}`,
          channel: id,
          day,
          alerts: told,
          at,
        });
    }
  }

  /** Sends what is to be sent by now. */
  deliver(): Promise<void> {
    return this.#rounds.next();
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#rounds[Symbol.asyncDispose]();
  }

  async #deliver(): Promise<void> {
    const { documents, now } = this.#deps;
    for (const due of await dueDeliveries(documents, new Date(now()).toISOString())) {
      if (this.#rounds.signal.aborted) return;
      const wait = WAITS[due.attempts];
      // Given up: a time that never comes.
      const next =
        wait === undefined ? "9999-12-31T00:00:00Z" : new Date(now() + wait).toISOString();
      if (!(await takeDelivery(documents, due, next))) continue;
      try {
        await (due.kind === "email" ? this.#mail(due) : this.#call(due));
        await noteDelivery(documents, due.id, { done: new Date(now()).toISOString() });
      } catch (error) {
        if (this.#rounds.signal.aborted) return;
        const problem = error instanceof Error ? error.message : String(error);
        await noteDelivery(documents, due.id, { problem: problem.slice(0, 500) });
      }
    }
  }

  async #mail({ id, target, name, day, alerts, language }: DueDelivery): Promise<void> {
    const { mail } = this.#deps;
    if (mail === null) throw new AppError("unavailable", message("no-mail"));
    const transport = createTransport(mail.url);
    try {
      const letter = letterOf(name, day, alerts as ToldAlert[], language);
      const domain = mail.from.split("@").at(-1)?.replace(/>$/, "") ?? "spoor";
      await transport.sendMail({
        from: mail.from,
        to: target,
        ...letter,
        messageId: `<${id}@${domain}>`,
      });
    } finally {
      transport.close();
    }
  }

  async #call({ id, channel, target, secret, slug, day, alerts }: DueDelivery): Promise<void> {
    const { outgoing, seal, now } = this.#deps;
    const key = secret === null ? null : seal.open(secret, aboutChannel(channel));
    if (key === null) throw new Error("The secret of this address cannot be opened any more.");
    const body = JSON.stringify({ id, type: "spoor.alerts", workspace: slug, day, alerts });
    const time = String(Math.floor(now() / 1000));
    const signature = createHmac("sha256", key).update(`${time}.${body}`).digest("hex");
    const answer = await outgoing.call(target, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "spoor-id": id,
        "spoor-signature": `t=${time},v1=${signature}`,
      },
      body,
      signal: this.#rounds.signal,
    });
    answer.resume();
    const status = answer.statusCode ?? 0;
    if (status < 200 || status > 299) throw new Error(`The address answered with ${status}.`);
  }
}
