import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders, type SecureHeadersVariables } from "hono/secure-headers";
import { message } from "../core/message/message.ts";
import { intakePaths } from "./event/intake/paths.ts";
import { AppError } from "../core/problem.ts";

/** What the guard leaves for those behind it: the nonce of this answer. */
export type Guarded = { Variables: SecureHeadersVariables };

/**
 * Headers that keep the page to its own scripts, styles, fonts and server. What the API answers is
 * no page: opened by itself it can do nothing. Only a map that was shared to be embedded may stand
 * in a frame of another site.
 */
export function headers(): MiddlewareHandler {
  const [page, embedded, answer] = [pageHeaders("'none'"), pageHeaders("*"), answerHeaders()];
  // The collector is there to be loaded by other sites.
  const collector = secureHeaders({ ...common, crossOriginResourcePolicy: "cross-origin" });
  return async (context, next) => {
    const { path } = context.req;
    const own = /^\/s\/[^/]+\/embed$/.test(path) ? embedded : page;
    if (path === "/spoor.js") await collector(context, next);
    else await (path.startsWith("/api/") ? answer : own)(context, next);
    // Nothing here is for search engines, whoever put a link to it on a page of his own.
    context.header("X-Robots-Tag", "noindex, nofollow");
  };
}

const common = {
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  // Whether there is HTTPS is for the proxy in front to know.
  strictTransportSecurity: false,
};

function pageHeaders(frameAncestors: "'none'" | "*"): MiddlewareHandler {
  return secureHeaders({
    ...common,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      // React Aria adds style elements of its own; they carry the nonce that the page was given.
      styleSrc: ["'self'", NONCE],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: [frameAncestors],
    },
    xFrameOptions: frameAncestors === "*" ? false : "DENY",
  });
}

function answerHeaders(): MiddlewareHandler {
  return secureHeaders({
    ...common,
    contentSecurityPolicy: { defaultSrc: ["'none'"], sandbox: [], frameAncestors: ["'none'"] },
    xFrameOptions: "DENY",
  });
}

/**
 * Refuses what another site makes a browser do: a name of another site that was made to point at
 * this machine (DNS rebinding), and a change asked for from another page. Clients that are no
 * browser send none of these headers and pass.
 */
export function guard({ loopback }: { loopback: boolean }): MiddlewareHandler {
  return async ({ req }, next) => {
    const address = `http://${req.header("Host") ?? new URL(req.url).host}`;
    if (!URL.canParse(address)) throw new AppError("bad-request", "The Host header names no host.");
    const { host, hostname } = new URL(address);
    if (loopback && !isThisMachine(hostname))
      throw new AppError("forbidden", message("other-host", { host: hostname }));
    if (isIntake(req.path)) return next();
    const changes = req.method !== "GET" && req.method !== "HEAD";
    if (changes && !sameOrigin(req.header("Origin"), req.header("Sec-Fetch-Site"), host))
      throw new AppError("forbidden", message("other-page"));
    await next();
  };
}

/** Where systems tell what happens: with a key and no cookie, from any page. */
function isIntake(path: string): boolean {
  return intakePaths.some((intake) =>
    intake.endsWith("/*") ? `${path}/`.startsWith(intake.slice(0, -1)) : path === intake,
  );
}

function isThisMachine(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname) || hostname.endsWith(".localhost");
}

function sameOrigin(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
