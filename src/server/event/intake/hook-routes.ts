import type { Context, Hono } from "hono";
import { readHook } from "../../../core/event/arrive/hook.ts";
import type { Unfit } from "../../../core/event/arrive/arrival.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Guarded } from "../../guard.ts";
import { namedColumns } from "../plan.ts";
import { openSecret } from "../hook-secret.ts";
import { bytesOf, textOf, UNPACKED } from "./body.ts";
import { toldBy } from "./record.ts";
import { isSigned } from "./signature.ts";
import type { IntakeRoutes } from "./routes.ts";

/**
 * Where tools tell by webhook. The key in the address says whose it is; what the tool signs is checked
 * when its source has a secret, and what is signed wrong is refused, counted and not kept.
 */
export function hookRoutes(
  app: Hono<Guarded>,
  { intake, keys, refusals, seal, now }: IntakeRoutes,
): void {
  const hookOf = async ({ req }: Context) => {
    const holder = await keys.holder(req.param("key") ?? "");
    if (holder?.tells !== "webhook") throw new AppError("forbidden", message("key-unknown"));
    return holder;
  };

  // Before they tell anything, some tools look whether anybody is there, and Meta's want an answer
  // that only he gives who knows the token they were given: here the key.
  app.get("/hooks/:key", async (context) => {
    await hookOf(context);
    const { "hub.challenge": challenge, "hub.verify_token": token } = context.req.query();
    if (challenge === undefined) return context.text("ok");
    if (token !== context.req.param("key") || !/^[\w-]{1,200}$/.test(challenge))
      throw new AppError("forbidden", message("key-unknown"));
    return context.text(challenge);
  });

  app.post("/hooks/:key", async (context) => {
    const { req } = context;
    const at = now();
    const holder = await hookOf(context);
    const body = await bytesOf(req.raw);
    const { settings, workspace, source: name } = holder;
    const { tool = "other" } = settings;
    const kept = openSecret(seal, { workspace, name }, settings);
    // The tool is told to come again: what it says cannot be checked until somebody gives the secret.
    if (kept.is === "unreadable")
      throw new AppError("unavailable", message("hook-secret-unreadable"));
    const header = (name: string) => req.header(name) ?? "";
    const call = { method: req.method, url: calledUrl(context), header, body };
    if (kept.is === "open" && !isSigned(tool, kept.secret, call, at)) {
      refusals.add(holder);
      throw new AppError("forbidden", message("wrong-signature"));
    }
    const text = await textOf(body);
    const form = /^application\/x-www-form-urlencoded\b/i.test(header("content-type"));
    const about = aboutCall([...namedColumns(holder.mapping).keys()], header, at);
    const lines = bounded(readHook({ text, form }, holder.mapping, about));
    await intake.receive(toldBy(lines, { ...holder, at, route: "hook" }));
    return context.json({ success: true });
  });
}

/** What a mapping asks of the call itself: `call.received`, or a header as `call.x-shopify-topic`. */
function aboutCall(
  columns: readonly string[],
  header: (name: string) => string,
  at: number,
): Record<string, string | number> {
  const asked = columns.filter((column) => column.startsWith("call."));
  return Object.fromEntries(
    asked.map((column) => {
      const name = column.slice("call.".length);
      return [name, name === "received" ? at : header(name)];
    }),
  );
}

/** The address as the tool calls it: in front may stand a proxy that has the certificate. */
function calledUrl({ req }: Context): string {
  const url = new URL(req.url);
  const host = req.header("x-forwarded-host") ?? url.host;
  const protocol = req.header("x-forwarded-proto") ?? url.protocol.slice(0, -1);
  return `${protocol}://${host}${url.pathname}${url.search}`;
}

/** What stands around an item is repeated with each: a small body can make many large lines. */
function* bounded(lines: Iterable<string | Unfit>): Generator<string | Unfit> {
  let length = 0;
  for (const line of lines) {
    length += typeof line === "string" ? line.length : line.raw.length;
    if (length > UNPACKED)
      throw new AppError("too-much", message("too-swollen", { bytes: UNPACKED }));
    yield line;
  }
}
