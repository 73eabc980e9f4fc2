import { randomBytes, randomUUID } from "node:crypto";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Config } from "../config.ts";
import { addChannel, endChannel, listChannels } from "../documents/alert-channel.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Seal } from "../seal.ts";
import { aboutChannel } from "./courier.ts";

/** Handlers of where odd days are sent. */
export function channelHandlers(parts: {
  readonly documents: Documents;
  readonly seal: Seal;
  readonly mail: Config["mail"];
  readonly now: () => number;
}): Pick<Handlers, "alertChannels" | "addAlertChannel" | "endAlertChannel"> {
  const { documents, seal, mail, now } = parts;
  return {
    async alertChannels({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return { channels: await listChannels(documents, id), mail: mail !== null };
    },
    async addAlertChannel({ params, body }) {
      const { to, language, who } = body;
      const { id: workspace } = await findWorkspace(documents, params.workspace);
      if (to.kind === "email" && mail === null)
        throw new AppError("bad-request", message("no-mail"));
      const id = `ac_${randomUUID()}`;
      const secret = to.kind === "webhook" ? randomBytes(32).toString("base64url") : null;
      const sealed = secret === null ? null : seal.close(secret, aboutChannel(id));
      const made = new Date(now()).toISOString();
      const channel = await addChannel(documents, workspace, {
        ...to,
        id,
        sealed,
        language,
        who,
        made,
      });
      return { channel, secret };
    },
    async endAlertChannel({ params, body }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const ended = body.ended ? new Date(now()).toISOString() : null;
      return endChannel(documents, id, params.channel, ended);
    },
  };
}
