import { message } from "../../core/message/message.ts";
import type { LiveSource, Webhook } from "../../protocol/event/source.ts";
import type { Statements } from "../documents/documents.ts";
import { sumBooks } from "../documents/intake.ts";
import { findSource, listKeys, listSources, type StoredSource } from "../documents/source.ts";
import { signing } from "./intake/signature.ts";
import { pullsOf, type PullView } from "./pull/view.ts";

const nothing = { received: 0, stored: 0, duplicate: 0, quarantined: 0, suppressed: 0 };

/** The live sources of a workspace, as their page shows them, oldest first. */
export async function liveSources(
  documents: Statements,
  workspace: number,
  view: PullView,
): Promise<LiveSource[]> {
  const [sources, held, books, pulls] = [
    await listSources(documents, workspace),
    await listKeys(documents, workspace),
    await sumBooks(documents, workspace),
    await pullsOf(documents, workspace, view),
  ];
  const keysOf = Map.groupBy(held, ({ source }) => source);
  return sources.map((stored) => {
    const { name, kind, created, stopped } = stored;
    const {
      source: _,
      last,
      ...ledger
    } = books.find(({ source }) => source === name) ?? { source: name, last: null, ...nothing };
    return {
      name,
      kind,
      webhook: kind === "webhook" ? webhookOf(stored, view.seal.key) : null,
      pull: pulls.get(name) ?? null,
      created,
      stopped,
      keys: (keysOf.get(name) ?? []).map(({ key }) => key),
      ledger,
      last,
    };
  });
}

/** One of them; rejects with `not-found`. */
export async function liveSource(
  documents: Statements,
  workspace: number,
  name: string,
  view: PullView,
): Promise<LiveSource> {
  await findSource(documents, workspace, name);
  return (await liveSources(documents, workspace, view)).find((each) => each.name === name)!;
}

function webhookOf({ settings, refused, refused_last }: StoredSource, key: string): Webhook {
  const { tool = "other", sealed, seal } = settings;
  return {
    tool,
    signs: signing.has(tool),
    secret: sealed !== undefined,
    problem: seal !== undefined && seal !== key ? message("hook-secret-unreadable") : null,
    refused: { calls: refused, last: refused_last },
  };
}
