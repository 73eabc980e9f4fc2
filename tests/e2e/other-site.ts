import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** A site of another origin: one page, and files of a folder under /ajs. */
export async function siteWith(page: string, folder = ".") {
  const server: Server = createServer((request, response) => {
    const asked = /^\/ajs\/([\w.-]+)$/.exec(request.url ?? "")?.[1];
    void (asked ? readFile(join(folder, asked)) : Promise.resolve(page)).then(
      (body) =>
        response
          .setHeader("Content-Type", asked ? "text/javascript" : "text/html; charset=utf-8")
          .end(body),
      () => response.writeHead(404).end(),
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
