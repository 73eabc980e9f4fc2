import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import { isDeeper } from "../core/depth.ts";
import { describeError } from "../core/issue.ts";
import { message, type Message } from "../core/message/message.ts";
import { AppError } from "../core/problem.ts";
import { endpoints, type Endpoint, type EndpointName } from "../protocol/endpoint.ts";
import { problem, type Problem } from "../protocol/problem.ts";
import { intakeRoutes, type IntakeRoutes } from "./event/intake/routes.ts";
import { guard, headers, type Guarded } from "./guard.ts";
import type { Handlers } from "./handlers.ts";
import { pages } from "./pages.ts";
import { downloaded, streamed, type Download, type Streamed } from "./streamed.ts";

/** Largest JSON body; a map of a thousand touchpoints with all its text takes about half of it. */
const BODY_BYTES = 8 * 1024 * 1024;
/** No body of the API goes a quarter as deep; what checks it calls itself for each level. */
const DEPTH = 64;

export type AppParts = {
  readonly handlers: Handlers;
  /** What the routes to which systems tell need; without it there are none. */
  readonly intake?: IntakeRoutes;
  /** Folder of the built page; null when there is none. */
  readonly dist: string | null;
  /** Bound to this machine only: then a request that names another host is refused. */
  readonly loopback: boolean;
  /** Why nothing can be asked of a workspace by now; null when it can. */
  readonly notYet?: (workspace: string) => Message | null;
  /** Is told of every failure that is not an expected one. */
  readonly report: (error: unknown) => void;
};

type Handler = (input: {
  params: Record<string, string>;
  query: unknown;
  body: unknown;
  signal: AbortSignal;
  request: Request;
}) => Promise<object>;

/** The web application: every line of the endpoint table bound to its handler, and the page. */
export function createApp({
  handlers,
  intake,
  dist,
  loopback,
  notYet,
  report,
}: AppParts): Hono<Guarded> {
  const app = new Hono<Guarded>();
  app.use(headers(), guard({ loopback }));

  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const handler = handlers[name as EndpointName] as Handler;
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1");
    app.on(endpoint.method, [path], ...(endpoint.upload ? [] : [limit]), async (context) => {
      const { req } = context;
      const over = new AbortController();
      const params: Record<string, string> = req.param();
      const why = params["workspace"] === undefined ? null : notYet?.(params["workspace"]);
      if (why) throw new AppError("unavailable", why);
      const answer = await handler({
        params,
        query: endpoint.query && parse(endpoint.query, req.query(), "query"),
        body: endpoint.body && parse(endpoint.body, await json(req.raw), "body"),
        signal: endpoint.stream ? AbortSignal.any([req.raw.signal, over.signal]) : req.raw.signal,
        request: req.raw,
      });
      if (endpoint.stream) return streamed(answer as AsyncIterable<Streamed<unknown>>, over);
      if (endpoint.download) return downloaded(answer as Download);
      context.header("Cache-Control", "no-store");
      return context.json(answer);
    });
  }

  if (intake) intakeRoutes(app, intake);
  app.all("/api/*", ({ req }) => {
    throw new AppError("not-found", `There is no ${req.method} ${req.path} in the API.`);
  });
  if (dist !== null) pages(app, dist);
  app.notFound(({ req }) => respond(problem("not-found", `There is nothing at ${req.path}.`)));
  app.onError((error, context) => {
    if (error instanceof AppError) return respond(problem(error.code, error.told ?? error.message));
    report(error);
    const { method, path } = context.req;
    return respond(problem("internal", message("failed-inside", { method, path })));
  });
  return app;
}

const limit = bodyLimit({
  maxSize: BODY_BYTES,
  onError: () => {
    throw new AppError("too-much", message("body-too-large", { bytes: BODY_BYTES }));
  },
});

async function json(request: Request): Promise<unknown> {
  const text = await request.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad-request", "The body is not JSON.", { cause });
  }
  if (isDeeper(body, DEPTH))
    throw new AppError("bad-request", `The body is nested more than ${DEPTH} levels deep.`);
  return body;
}

function parse<T>(schema: z.ZodType<T>, value: unknown, part: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError("bad-request", `The ${part} does not fit: ${describeError(result.error)}`);
}

/** After so many seconds a client may try again what could not be done now. */
const RETRY = "5";

function respond(body: Problem): Response {
  const later = body.status === 503 || body.status === 507;
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(later && { "Retry-After": RETRY }),
    },
  });
}
