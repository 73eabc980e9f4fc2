import { randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import { cors } from "hono/cors";
import {
  isFields,
  isUnfit,
  lineOf,
  textIn,
  unfit,
  type Arrived,
  type Fields,
  type Reception,
} from "../../../core/event/arrive/arrival.ts";
import { fromHeaders, readCloudEvents } from "../../../core/event/arrive/cloud-event.ts";
import { readOwn } from "../../../core/event/arrive/own.ts";
import { readPosthog } from "../../../core/event/arrive/posthog.ts";
import { readTracking, shortTypes } from "../../../core/event/arrive/tracking.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Guarded } from "../../guard.ts";
import type { Holder } from "../../documents/source.ts";
import { bytesOf, textOf } from "./body.ts";
import { hookRoutes } from "./hook-routes.ts";
import type { Intake } from "./intake.ts";
import type { Seal } from "../../seal.ts";
import type { Keys } from "./keys.ts";
import { intakePaths } from "./paths.ts";
import { toldBy } from "./record.ts";
import type { Refusals } from "./refusals.ts";

export type IntakeRoutes = {
  readonly intake: Pick<Intake, "receive">;
  readonly keys: Pick<Keys, "holder">;
  readonly refusals: Pick<Refusals, "add">;
  readonly seal: Seal;
  /** The time in milliseconds. */
  readonly now: () => number;
};

type Read = (body: unknown, reception: Reception, context: Context) => Arrived;
type Answer = (arrived: Arrived, context: Context) => Response;

const tracked = (_: Arrived, context: Context) => context.json({ success: true });

/**
 * The routes to which systems tell what happens. Each is a published one, so that the clients that
 * are there need only another address. They carry a key and no cookie, and so may be called from any
 * page.
 *
 * A client throws away what it was refused with most of the 4xx: what may pass later gets 503.
 */
export function intakeRoutes(app: Hono<Guarded>, routes: IntakeRoutes): void {
  const { intake, keys, now } = routes;
  const take = (route: string, read: Read, answer: Answer) => async (context: Context) => {
    const reception = { at: now(), newId: randomUUID };
    const text = await textOf(await bytesOf(context.req.raw));
    const body = parsed(text);
    const holder = await holderFor(keyIn(context, body), keys);
    const arrived =
      body === undefined ? [unfit(message("not-json"), text)] : read(body, reception, context);
    const lines = arrived.map((one) => (isUnfit(one) ? one : lineOf(one)));
    await intake.receive(toldBy(lines, { ...holder, at: reception.at, route }));
    return answer(arrived, context);
  };
  const open = cors({
    origin: (origin) => origin,
    allowMethods: ["GET", "POST"],
    allowHeaders: [
      "authorization",
      "content-type",
      "content-encoding",
      "x-retry-count",
      "x-spoor-key",
    ],
    exposeHeaders: ["retry-after"],
    maxAge: 86_400,
  });
  for (const path of intakePaths) app.use(path, open);
  hookRoutes(app, routes);

  app.get("/v1/projects/:key/settings", async (context) => {
    const apiKey = context.req.param("key");
    await holderFor(apiKey, keys);
    const { protocol, host } = new URL(context.req.url);
    const forwarded = context.req.header("x-forwarded-proto") ?? protocol.slice(0, -1);
    return context.json({
      integrations: {
        "Segment.io": { apiKey, apiHost: `${host}/v1`, protocol: forwarded },
      },
      plan: { track: { __default: { enabled: true, integrations: {} } } },
    });
  });
  for (const path of ["/v1/batch", "/v1/b", "/v1/import"])
    app.post(path, take("tracking", tracking(null), tracked));
  for (const [short, type] of Object.entries(shortTypes))
    for (const path of [`/v1/${short}`, `/v1/${type}`])
      app.post(path, take("tracking", tracking(type), tracked));

  const captured = (_: Arrived, context: Context) => context.json({ status: 1 });
  for (const path of ["/batch", "/capture", "/e", "/i/v0/e"])
    for (const either of [path, `${path}/`])
      app.post(
        either,
        take("posthog", (body, reception) => objects(body, reception, readPosthog), captured),
      );

  app.post(
    "/api/cloudevents",
    take(
      "cloudevents",
      (body, reception, { req }) => {
        const headers = req.header();
        return readCloudEvents(
          headers["ce-id"] === undefined ? body : fromHeaders(headers, body),
          reception,
        );
      },
      (_, context) => context.body(null, 204),
    ),
  );

  app.post(
    "/api/events",
    take(
      "events",
      (body, reception) => objects(body, reception, readOwn),
      (arrived, context) => context.json({ results: arrived.map(result) }),
    ),
  );
}

const tracking =
  (type: (typeof shortTypes)[string] | null): Read =>
  (body, reception) =>
    objects(body, reception, (fields) => readTracking(fields, type, reception));

/** A body that is a list of its own is taken as a batch. */
function objects(
  body: unknown,
  reception: Reception,
  read: (body: Fields, reception: Reception) => Arrived,
): Arrived {
  if (Array.isArray(body)) return read({ batch: body, events: body }, reception);
  return isFields(body) ? read(body, reception) : [unfit(message("not-an-object"), body)];
}

/** What became of each event, in order; one that was set aside says why. */
function result(one: Arrived[number]) {
  return isUnfit(one)
    ? { state: "set aside" as const, reason: one.reason }
    : { state: "accepted" as const, id: one.id };
}

/** Undefined for what is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function holderFor(
  key: string | null,
  keys: IntakeRoutes["keys"],
): Promise<Pick<Holder, "workspace" | "source" | "tells" | "key">> {
  const holder = key === null ? null : await keys.holder(key);
  if (holder?.tells !== "calls") throw new AppError("forbidden", message("key-unknown"));
  return holder;
}

/** The key of a request, wherever its client puts it. */
function keyIn(context: Context, body: unknown): string | null {
  const authorization = context.req.header("authorization") ?? "";
  const [scheme, value = ""] = authorization.split(" ");
  if (/^basic$/i.test(scheme ?? ""))
    return Buffer.from(value, "base64").toString("utf8").split(":")[0] ?? null;
  if (/^bearer$/i.test(scheme ?? "")) return value;
  const named = context.req.header("x-spoor-key") ?? context.req.query("key");
  if (named !== undefined) return named;
  if (!isFields(body)) return null;
  return textIn(body, "writeKey") || textIn(body, "api_key") || textIn(body, "token") || null;
}
