import { sep } from "node:path";
import { message, plainly, type Message } from "../../core/message/message.ts";
import type {
  Erasure,
  ErasurePreview,
  ErasureProof,
  ErasureStep,
} from "../../core/people/erasure.ts";
import { tracesOf } from "../../core/people/traces.ts";
import { AppError, toldBy } from "../../core/problem.ts";
import { eraseRows } from "../../engine/people/erase.ts";
import { dropOldParts } from "../../engine/people/old-parts.ts";
import { previewErasure } from "../../engine/people/preview.ts";
import { findRemains } from "../../engine/people/remains.ts";
import { patternOf, subjectOf, type Asked, type Subject } from "../../engine/people/subject.ts";
import { FOR_GOOD, layTombstones } from "../../engine/people/tombstone.ts";
import {
  beginErasure,
  endErasure,
  erasureOf,
  findErasure,
  listErasures,
  stepErasure,
  unfinishedErasures,
  type StoredErasure,
} from "../documents/erasure.ts";
import { findWorkspace, workspaceOf, type StoredWorkspace } from "../documents/workspace.ts";
import { derivedBy, type ImportDeps } from "../event/import.ts";
import type { Intake } from "../event/intake/intake.ts";
import type { Desk } from "../map/desk.ts";
import { searchFolder } from "./byte-search.ts";
import { dropAbout, findInDocuments, scrubDocuments } from "./scrub-documents.ts";
import { scrubMaps } from "./scrub-maps.ts";
import { dropUploads } from "./waiting-files.ts";

export type EraserDeps = ImportDeps & {
  readonly intake: Pick<Intake, "between" | "clear">;
  readonly desk: Desk;
  /** Stores that are on servers of their own, whose files cannot be reached from here. */
  readonly far: { readonly engine: boolean; readonly documents: boolean };
  /** Is told of an erasure that is complete, so that what is kept of him elsewhere can go. */
  readonly erased?: (
    erasure: Erasure,
    workspace: number,
    hashes: readonly string[],
  ) => Promise<void>;
  readonly report: (error: unknown) => void;
};

export type Whom = Omit<Asked, "ws">;

/** Erases people, one at a time in a workspace, and shows that they are gone. */
export class Eraser {
  readonly #deps: EraserDeps;
  readonly #running = new Map<number, Promise<void>>();

  constructor(deps: EraserDeps) {
    this.#deps = deps;
  }

  async preview(slug: string, whom: Whom): Promise<ErasurePreview> {
    const { engine, documents } = this.#deps;
    const { id: ws } = await findWorkspace(documents, slug);
    return previewErasure(engine, await subjectOf(engine, { ws, ...whom }));
  }

  /** Begins an erasure; resolves when it is noted and nothing new of him can come in. */
  async erase(
    slug: string,
    whom: Whom,
    { who, request, forGood }: Pick<Erasure, "who" | "request" | "forGood">,
  ): Promise<Erasure> {
    const { engine, documents } = this.#deps;
    const workspace = await findWorkspace(documents, slug);
    if (whom.people.length + whom.identifiers.length === 0)
      throw new AppError("bad-request", message("nobody-to-erase"));
    if (this.#running.has(workspace.id)) throw new AppError("conflict", message("erasure-runs"));
    const subject = await subjectOf(engine, { ws: workspace.id, ...whom });
    if (subject.own.length === 0)
      throw new AppError(
        "bad-request",
        message(subject.refused > 0 ? "only-shared" : "nobody-to-erase"),
      );
    const stored = await beginErasure(documents, {
      workspace: workspace.id,
      who,
      request,
      forGood,
      people: subject.own.map(String),
    });
    this.#start(workspace, stored, whom);
    return erasureOf(stored);
  }

  async list(slug: string): Promise<Erasure[]> {
    const { documents } = this.#deps;
    const { id } = await findWorkspace(documents, slug);
    return (await listErasures(documents, id)).map(erasureOf);
  }

  async status(slug: string, erasure: number): Promise<Erasure> {
    const { documents } = this.#deps;
    const { id } = await findWorkspace(documents, slug);
    return erasureOf(await findErasure(documents, id, erasure));
  }

  /** Searches again, by the identifiers that somebody had who was erased. */
  async search(slug: string, erasure: number, identifiers: Whom["identifiers"]): Promise<Erasure> {
    const { engine, documents } = this.#deps;
    const workspace = await findWorkspace(documents, slug);
    const stored = await findErasure(documents, workspace.id, erasure);
    const subject = await subjectOf(engine, { ws: workspace.id, people: [], identifiers });
    const known = new Set(stored.people);
    if (!subject.own.some((hash) => known.has(String(hash))))
      throw new AppError("bad-request", message("not-erased-here"));
    const before = stored.proof;
    const proof = await this.#prove(workspace, subject, {
      removed: before?.removed ?? [],
      redacted: before?.redacted ?? 0,
      uploads: before?.uploads ?? 0,
      partsGone: await dropOldParts(engine),
      compacted: await documents.compact(),
    });
    return erasureOf(await endErasure(documents, stored.id, { proof, problem: null }));
  }

  /** Ends what a crash cut short; his texts are not known any more, so what is found of them cannot be told. */
  async resume(): Promise<void> {
    const { documents } = this.#deps;
    for (const stored of await unfinishedErasures(documents)) {
      const workspace = await workspaceOf(documents, stored.workspace);
      this.#start(workspace, stored, { people: stored.people, identifiers: [] }, true);
    }
  }

  /** Resolves when no erasure runs. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  #start(workspace: StoredWorkspace, stored: StoredErasure, whom: Whom, again = false): void {
    const { documents, queue, report, erased } = this.#deps;
    const run = async () => {
      let problem: Message | null = null;
      let proof: ErasureProof | null = null;
      try {
        proof = await queue.run(workspace.id, () => this.#run(workspace, stored, whom));
        if (again && proof.bytes.sought === 0) problem = message("erasure-cut-short");
      } catch (error) {
        report(error);
        problem = message("erasure-failed", { said: saidBy(error) });
      }
      const ended = await endErasure(documents, stored.id, { proof, problem });
      if (ended.state === "done") await erased?.(erasureOf(ended), workspace.id, stored.people);
    };
    this.#running.set(
      workspace.id,
      run()
        .catch(report)
        .finally(() => this.#running.delete(workspace.id)),
    );
  }

  async #run(workspace: StoredWorkspace, stored: StoredErasure, whom: Whom): Promise<ErasureProof> {
    const { engine, documents, intake, derive, dataDir, now } = this.#deps;
    const ws = workspace.id;
    const step = (to: ErasureStep) => stepErasure(documents, stored.id, to);
    const until = stored.forGood ? FOR_GOOD : now();
    await step("tombstones");
    // What is being taken in knows nothing of the tombstones; what comes after it does.
    const subject = await intake.between(async () => {
      const asked = await subjectOf(engine, { ws, ...whom });
      await layTombstones(engine, asked, { erasure: stored.id, until });
      return asked;
    });
    await intake.clear();

    await step("events");
    const { gone, redacted, anew } = await eraseRows(engine, subject);
    if (anew) await derive(engine, { ws, imports: null, settings: derivedBy(workspace.settings) });

    await step("documents");
    const pattern = patternOf(subject);
    const about = await dropAbout(documents, {
      workspace: ws,
      hashes: [...subject.own, ...subject.journeys].map(String),
    });
    const scrubbed =
      pattern === null
        ? {}
        : {
            ...(await scrubDocuments(documents, { workspace: ws, pattern })),
            ...(await scrubMaps(this.#deps, { workspace: ws, pattern })),
          };

    await step("files");
    const uploads = await dropUploads(dataDir, workspace.slug, formsOf(subject));

    await step("disk");
    const partsGone = await dropOldParts(engine);
    const compacted = await documents.compact();

    await step("proof");
    const removed = Object.entries({ engine: gone, documents: about }).flatMap(([store, tables]) =>
      Object.entries(tables).map(([table, rows]) => ({ store, table, rows })),
    );
    const changed = Object.entries(scrubbed);
    return this.#prove(workspace, subject, {
      removed,
      redacted: redacted + changed.reduce((sum, [, rows]) => sum + rows, 0),
      uploads,
      partsGone,
      compacted,
    });
  }

  async #prove(
    { id: ws, slug }: StoredWorkspace,
    subject: Subject,
    done: Pick<ErasureProof, "removed" | "redacted" | "uploads"> & {
      readonly partsGone: boolean;
      readonly compacted: boolean;
    },
  ): Promise<ErasureProof> {
    const { engine, documents, dataDir, far, now } = this.#deps;
    const { partsGone, compacted, ...rest } = done;
    const pattern = patternOf(subject);
    const short = subject.identifiers.filter((each) => tracesOf(each) === null).length;
    const inEngine = await findRemains(engine, subject);
    const inDocuments =
      pattern === null ? [] : await findInDocuments(documents, { workspace: ws, pattern });
    const tables = [
      ...inEngine.map(({ table, searched, found }) => ({
        store: "engine",
        table,
        rows: searched,
        found,
      })),
      ...inDocuments.map(({ table, rows, found }) => ({ store: "documents", table, rows, found })),
    ];
    const began = now();
    const searched = await searchFolder(dataDir, formsOf(subject));
    const bytes = { found: new Map<string, number>(), elsewhere: 0 };
    const ofOthers =
      inDocuments.some(({ elsewhere }) => elsewhere > 0) &&
      inDocuments.every(({ found }) => found === 0);
    for (const { path, times } of searched.found) {
      const inside = path.slice(dataDir.length + 1).split(sep);
      const folder = inside.length > 1 ? inside[0]! : "";
      if (isElsewhere(inside, ws, slug) || (folder === "documents" && ofOthers))
        bytes.elsewhere += times;
      else bytes.found.set(folder, (bytes.found.get(folder) ?? 0) + times);
    }
    const found = [...bytes.found].map(([folder, times]) => ({ folder, times }));
    return {
      hashes: subject.own.map(String),
      ...rest,
      tables,
      bytes: {
        files: searched.files,
        bytes: searched.bytes,
        milliseconds: Math.round(now() - began),
        sought: subject.identifiers.length - short,
        short,
        found,
        elsewhere: bytes.elsewhere,
      },
      clean: found.length === 0 && tables.every((table) => table.found === 0),
      unknown: [
        ...(far.engine ? (["engine-server"] as const) : []),
        ...(far.documents || !compacted ? (["documents-server"] as const) : []),
        ...(partsGone ? [] : (["old-parts"] as const)),
        ...(short > 0 ? (["short"] as const) : []),
        "other-texts",
        "backups",
      ],
    };
  }
}

/** Is this file in another workspace's part of the engine, or among its uploads? */
function isElsewhere(inside: readonly string[], ws: number, slug: string): boolean {
  const [top] = inside;
  if (top === "tmp" && inside[1] === "uploads") return inside[2] !== encodeURIComponent(slug);
  if (top !== "engine") return false;
  const part = inside.map((name) => /^(\d+)_\d+_\d+_\d+(_\d+)?$/.exec(name)?.[1]).find(Boolean);
  return part !== undefined && Number(part) !== ws;
}

function formsOf({ identifiers }: Subject): string[] {
  return [...new Set(identifiers.flatMap((each) => tracesOf(each)?.forms ?? []))];
}

function saidBy(error: unknown): string {
  if (error instanceof AppError) return plainly(toldBy(error));
  return error instanceof Error ? error.message : String(error);
}
