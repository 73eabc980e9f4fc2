import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { message } from "../core/message/message.ts";
import { AppError, type ProblemCode } from "../core/problem.ts";
import { endpoints, type EndpointName } from "../protocol/endpoint.ts";
import { createApp, type AppParts } from "./app.ts";
import type { Handlers } from "./handlers.ts";

/** Handlers that fail the test when called, but for those given. */
function handlersWith(given: Partial<Handlers>): Handlers {
  const names = Object.keys(endpoints) as EndpointName[];
  const none = names.map((name) => [name, () => Promise.reject(new Error(`${name} was called`))]);
  return { ...Object.fromEntries(none), ...given } as Handlers;
}

function appWith(given: Partial<Handlers>, parts: Partial<AppParts> = {}) {
  const reported: unknown[] = [];
  const app = createApp({
    handlers: handlersWith(given),
    dist: null,
    loopback: true,
    report: (error) => reported.push(error),
    ...parts,
  });
  return { app, reported };
}

const workspace = {
  slug: "a",
  name: "A",
  kind: "own",
  loading: null,
  events: 0,
  map: null,
} as const;

describe("an endpoint", () => {
  test("gives its handler the checked parts of the request and sends its answer", async () => {
    const { app } = appWith({
      quarantine: ({ params, query }) =>
        Promise.resolve({ rows: [], total: params.workspace.length + (query.limit ?? 0) }),
    });
    const response = await app.request("/api/w/mijn%20data/quarantine?limit=7");
    expect([response.status, response.headers.get("cache-control"), await response.json()]).toEqual(
      [200, "no-store", { rows: [], total: "mijn data".length + 7 }],
    );
  });

  test("refuses a body of brackets in brackets before anything looks into it", async () => {
    const { app, reported } = appWith({});
    const deep = `${"[".repeat(3_000_000)}${"]".repeat(3_000_000)}`;
    const body = `{"author":{"client":"browser-1","name":"A"},"commands":[{"number":1,"command":{"do":"set","at":"jo_a","field":"title","from":null,"to":${deep}}}]}`;
    const paths = [
      ["PUT", "/api/w/a/maps/jo_a"],
      ["POST", "/api/w/a/maps/jo_a/commands"],
      ["PUT", "/api/w/a/check-settings"],
    ] as const;
    for (const [method, path] of paths) {
      const response = await app.request(path, { method, body });
      expect([response.status, await response.json()]).toMatchObject([
        400,
        { detail: "The body is nested more than 64 levels deep." },
      ]);
    }
    expect(reported).toEqual([]);
  });

  test("reads the filter from its parameter", async () => {
    const { app } = appWith({
      overview: ({ query }) => Promise.reject(new AppError("conflict", JSON.stringify(query))),
    });
    const filter = encodeURIComponent(JSON.stringify({ channels: ["web"] }));
    const response = await app.request(`/api/w/a/overview?filter=${filter}`);
    expect(await response.json()).toMatchObject({ detail: '{"filter":{"channels":["web"]}}' });
  });

  test("hands an upload's bytes on as they come, however many", async () => {
    const { app } = appWith({
      upload: async ({ request }) => ({
        upload: "u",
        bytes: (await request.arrayBuffer()).byteLength,
      }),
    });
    const body = new Uint8Array(9 * 1024 * 1024);
    const response = await app.request("/api/w/a/uploads?name=a.csv", { method: "POST", body });
    expect(await response.json()).toEqual({ upload: "u", bytes: body.byteLength });
  });

  test("aborts its handler's signal when the client goes away", async () => {
    const { promise: aborted, resolve: tell } = Promise.withResolvers<string>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { app } = appWith({
      flow: ({ signal }) => {
        begin();
        return new Promise((_, reject) =>
          signal.addEventListener("abort", () => {
            tell("aborted");
            reject(new AppError("cancelled", "The client went away."));
          }),
        );
      },
    });
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
    await new Promise((listening) => server.once("listening", listening));
    const { port } = server.address() as { port: number };
    const client = new AbortController();
    const request = fetch(`http://127.0.0.1:${port}/api/w/a/flow`, { signal: client.signal });
    await begun;
    client.abort();
    await expect(request).rejects.toThrow();
    expect(await aborted).toBe("aborted");
    await new Promise((closed) => server.close(closed));
  });
});

describe("a failure", () => {
  const codes: [ProblemCode, number][] = [
    ["not-found", 404],
    ["bad-mapping", 422],
    ["cancelled", 499],
    ["timeout", 504],
    ["disk-full", 507],
  ];
  test.each(codes)(
    "that is expected (%s) becomes a problem with status %i",
    async (code, status) => {
      const { app, reported } = appWith({
        workspaces: () => Promise.reject(new AppError(code, "What, where, what next.")),
      });
      const response = await app.request("/api/workspaces");
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect([response.status, await response.json(), reported]).toEqual([
        status,
        {
          type: `urn:spoor:problem:${code}`,
          title: expect.any(String),
          status,
          detail: "What, where, what next.",
          code,
        },
        [],
      ]);
    },
  );

  test("with a message carries it, to be said in the reader's language", async () => {
    const told = message("no-map", { map: "jo_a" });
    const { app } = appWith({ maps: () => Promise.reject(new AppError("not-found", told)) });
    const response = await app.request("/api/w/demo/maps");
    expect(await response.json()).toMatchObject({
      detail: "There is no map jo_a in this workspace.",
      message: told,
    });
  });

  test("that nobody expected tells the log everything and the client nothing", async () => {
    const broken = new Error("secret path /home/x");
    const { app, reported } = appWith({ workspaces: () => Promise.reject(broken) });
    const response = await app.request("/api/workspaces");
    expect([response.status, await response.json(), reported]).toEqual([
      500,
      {
        type: "urn:spoor:problem:internal",
        title: "Spoor failed",
        status: 500,
        detail: "GET /api/workspaces failed inside Spoor. The server's log says why.",
        code: "internal",
        message: message("failed-inside", { method: "GET", path: "/api/workspaces" }),
      },
      [broken],
    ]);
  });

  const post = (body: string) => ({ method: "POST", body });
  test.each([
    ["/api/w/a/routes?limit=0", {}, 400, /^The query does not fit: limit: /],
    ["/api/w/a/flow?filter={", {}, 400, /^The query does not fit: filter: The filter is not read/],
    ["/api/workspaces", post("{"), 400, /^The body is not JSON/],
    ["/api/workspaces", post('{"name":"A","x":1}'), 400, /^The body does not fit: x: Unrecog/],
    ["/api/workspaces", post(`"${"x".repeat(8 * 1024 * 1024)}"`), 413, /^The body is larger than/],
    ["/api/nothing", {}, 404, /^There is no GET \/api\/nothing in the API/],
    ["/api/workspaces", { method: "DELETE" }, 404, /^There is no DELETE \/api\/workspaces/],
    ["/elsewhere", {}, 404, /^There is nothing at \/elsewhere/],
  ])("of the request is told: %s %j", async (path, init, status, detail) => {
    const { app, reported } = appWith({});
    const response = await app.request(path, init);
    expect([response.status, await response.json(), reported]).toEqual([
      status,
      expect.objectContaining({ detail: expect.stringMatching(detail) }),
      [],
    ]);
  });
});

describe("the guard", () => {
  const status = async (headers: Record<string, string>, loopback = true, method = "POST") => {
    const { app } = appWith(
      { createWorkspace: () => Promise.resolve(workspace), workspaces: () => Promise.resolve([]) },
      { loopback },
    );
    const body = method === "POST" ? JSON.stringify({ name: "A" }) : null;
    return (await app.request("/api/workspaces", { method, body, headers })).status;
  };

  test.each([
    ["no browser", {}, 200],
    ["its own page", { Origin: "http://localhost:4321", "Sec-Fetch-Site": "same-origin" }, 200],
    ["another site", { Origin: "https://evil.example" }, 403],
    ["another port", { Origin: "http://localhost:3000", "Sec-Fetch-Site": "same-site" }, 403],
    ["a page without an origin", { Origin: "null" }, 403],
    ["a cross-site form", { "Sec-Fetch-Site": "cross-site" }, 403],
  ])("takes a change from %s accordingly", async (_, headers, expected) => {
    expect(await status({ Host: "localhost:4321", ...headers })).toBe(expected);
  });

  test.each([
    ["localhost:4321", true, 200],
    ["127.0.0.1:4321", true, 200],
    ["[::1]:4321", true, 200],
    ["rebound.example:4321", true, 403],
    ["127.0.0.1.rebound.example", true, 403],
    ["a b", true, 400],
    ["spoor.example", false, 200],
  ])("answers to the name %s (loopback: %s) with %i", async (host, loopback, expected) => {
    expect(await status({ Host: host }, loopback, "GET")).toBe(expected);
  });
});

describe("the page", () => {
  const built = async () => {
    const folder = await mkdtemp(join(tmpdir(), "spoor-dist-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const dist = join(folder, "dist");
    await mkdir(join(dist, "assets"), { recursive: true });
    await writeFile(join(dist, "index.html"), "<head><title>Spoor</title></head>");
    await writeFile(join(dist, "assets", "app-1a2b.js"), "start()");
    await writeFile(join(folder, "outside.txt"), "outside");
    return appWith({}, { dist }).app;
  };

  test.each([
    ["/", 200, "no-cache", "<head>(nonce)<title>Spoor</title></head>"],
    ["/w/demo/map?filter=%7B%7D", 200, "no-cache", "<head>(nonce)<title>Spoor</title></head>"],
    ["/assets/app-1a2b.js", 200, "public, max-age=31536000, immutable", "start()"],
    ["/..%2Foutside.txt", 200, "no-cache", "<head>(nonce)<title>Spoor</title></head>"],
  ])("at %s is served", async (path, status, caching, expected) => {
    const response = await (await built()).request(path);
    const text = (await response.text()).replace(/<meta property="csp-nonce" [^>]*>/, "(nonce)");
    expect([response.status, response.headers.get("cache-control"), text]).toEqual([
      status,
      caching,
      expected,
    ]);
  });

  test("has no fallback for an asset that is gone", async () => {
    expect((await (await built()).request("/assets/app-0000.js")).status).toBe(404);
  });

  test("may load nothing from elsewhere and stand in no frame", async () => {
    const response = await (await built()).request("/");
    const { headers } = response;
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1];
    expect({
      policy: headers.get("content-security-policy"),
      sniff: headers.get("x-content-type-options"),
      referrer: headers.get("referrer-policy"),
      frame: headers.get("x-frame-options"),
      robots: headers.get("x-robots-tag"),
    }).toEqual({
      policy:
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; ` +
        "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
      sniff: "nosniff",
      referrer: "no-referrer",
      frame: "DENY",
      robots: "noindex, nofollow",
    });
  });
});
