import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Journey } from "../src/core/map/journey.ts";

/**
 * The same map without any of Spoor. `/floor` is what no page can be faster than: the columns in sight
 * and no others, as ready markup without a script. `/table` is one table of all that can be typed in as
 * a whole, `/peer` a table drawn from JSON of which a clicked cell becomes a field. What is entered in
 * the one tab, the server hands on to the others, with nothing kept.
 */
export async function serveBare(
  journey: Journey,
): Promise<AsyncDisposable & { readonly address: string }> {
  const rows = rowsOf(journey);
  const hearing = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/rows") {
      response.setHeader("content-type", "application/json").end(JSON.stringify(rows));
    } else if (pathname === "/hear") {
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
      hearing.add(response);
      request.on("close", () => hearing.delete(response));
    } else if (pathname === "/say") {
      const said = JSON.stringify([searchParams.get("cell"), searchParams.get("text")]);
      for (const each of hearing) each.write(`data: ${said}\n\n`);
      response.end();
    } else {
      response.setHeader("content-type", "text/html; charset=utf-8");
      const pages: Record<string, string> = { "/floor": floor(rows), "/table": whole(rows) };
      response.end(pages[pathname] ?? peer);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A title and twelve lanes, each with a text per touchpoint. */
function rowsOf(journey: Journey): string[][] {
  const all = journey.episodes.flatMap(({ goal, touchpoints }) =>
    touchpoints.map((each, at) => ({ ...each, goal: at === 0 ? goal : "" })),
  );
  const titles = (list: readonly { title: string }[] = []) => list.map(({ title }) => title).join();
  return [
    all.map(({ title }) => title),
    all.map(({ goal }) => goal ?? ""),
    all.map(({ doing }) => doing ?? ""),
    all.map(({ quotes }) => quotes?.map(({ text }) => text).join() ?? ""),
    all.map(({ emotions }) => String(emotions?.[0]?.value ?? "")),
    all.map(({ channel }) => channel ?? ""),
    all.map(({ importance }) => `${importance?.customer} / ${importance?.organisation}`),
    all.map(({ pains }) => titles(pains)),
    all.map(({ opportunities }) => titles(opportunities)),
    all.map(({ backstage }) => backstage?.frontstage?.join() ?? ""),
    all.map(({ backstage }) => `${backstage?.process} ${backstage?.system}`),
    all.map(({ backstage }) => backstage?.unit ?? ""),
    all.map(({ actions }) => titles(actions)),
  ];
}

const style = `<style>td{min-width:150px;max-width:150px;padding:8px;vertical-align:top;
  font:13px sans-serif;border-right:1px solid #eee}</style>`;

function table(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`);
  return lines.join("");
}

/** As many columns as Spoor shows on the bench's screen. */
export const IN_SIGHT = 13;

function floor(rows: readonly (readonly string[])[]): string {
  const inSight = rows.map((row) => row.slice(0, IN_SIGHT));
  const room = `<div style="inline-size:${(rows[0]?.length ?? 0) * 150}px">`;
  return `<!doctype html><title>Floor</title>${style}${room}<table>${table(inSight)}</table></div>`;
}

function whole(rows: readonly (readonly string[])[]): string {
  return `<!doctype html><title>Table</title>${style}<table contenteditable>${table(rows)}</table>`;
}

const peer = `<!doctype html><title>Peer</title>${style}<table></table><script>
  fetch("/rows").then((answer) => answer.json()).then((rows) => {
    const cells = (row) => row.map((text) => "<td>" + text + "</td>").join("");
    const table = document.querySelector("table");
    table.innerHTML = rows.map((row) => "<tr>" + cells(row) + "</tr>").join("");
    const at = (cell) => cell.parentElement.rowIndex + "/" + cell.cellIndex;
    table.addEventListener("click", ({ target }) => {
      if (target.tagName !== "TD") return;
      const field = document.createElement("textarea");
      field.value = target.textContent;
      target.replaceChildren(field);
      field.focus();
      field.select();
      field.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        const text = field.value;
        fetch("/say?" + new URLSearchParams({ cell: at(target), text }), { method: "POST" });
        target.textContent = text;
      });
    });
    new EventSource("/hear").addEventListener("message", ({ data }) => {
      const [cell, text] = JSON.parse(data);
      const [row, column] = cell.split("/");
      table.rows[row].cells[column].textContent = text;
    });
  });
</script>`;
