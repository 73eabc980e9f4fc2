import { readdir, readFile } from "node:fs/promises";
import { must } from "../../../core/assert.ts";
import { readMapping } from "../../../core/event/mapping-file.ts";
import type { Source } from "../../../core/event/mapping.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { WebhookTool } from "../../../protocol/event/source.ts";
import { signing } from "./signature.ts";

const folder = new URL("../../../../examples/webhooks/", import.meta.url);
const ending = ".mapping.yaml";

/** Tools that there is a ready mapping for: a file each, called after the tool. */
export async function webhookTools(): Promise<WebhookTool[]> {
  const tools: WebhookTool[] = [];
  for (const tool of await readyTools()) {
    const { name } = await readyMapping(tool);
    tools.push({ tool, name, signs: signing.has(tool) });
  }
  return tools.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

/** The ready mapping of a tool; rejects with `not-found`. */
export async function readyMapping(tool: string): Promise<Source> {
  if (!(await readyTools()).includes(tool))
    throw new AppError("not-found", message("no-tool", { tool }));
  const { sources } = readMapping(await readFile(new URL(`${tool}${ending}`, folder), "utf8"));
  return must(sources[0], `the source of ${tool}`);
}

async function readyTools(): Promise<string[]> {
  const files = await readdir(folder);
  return files.flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []));
}
