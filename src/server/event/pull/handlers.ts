import { realpath } from "node:fs/promises";
import { must } from "../../../core/assert.ts";
import type { PullOrigin } from "../../../core/event/pull/origin.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { nextRun } from "../../../core/event/pull/schedule.ts";
import type { Pull } from "../../../protocol/event/pull.ts";
import { addPull, findPull, savePull, setNext } from "../../documents/pull.ts";
import { forgetAside } from "../../documents/pull-file.ts";
import { askStop, listRuns } from "../../documents/pull-run.ts";
import { addSource, findSource } from "../../documents/source.ts";
import { findWorkspace } from "../../documents/workspace.ts";
import type { Handlers } from "../../handlers.ts";
import type { PullParts } from "./asking.ts";
import { audience, naming, subject } from "./audience.ts";
import { findFiles, findTables, lookAtFiles, lookAtTable } from "./look.ts";
import { aboutOf, type Puller } from "./puller.ts";
import { withNames } from "./table-plan.ts";
import { pullsOf } from "./view.ts";

type Names =
  | "pullFolders"
  | "tryPull"
  | "lookPull"
  | "pull"
  | "addPull"
  | "savePull"
  | "pullNow"
  | "stopPull";

type Which = { readonly workspace: number; readonly source: string };

/** Handlers of sources that are asked on a schedule. */
export function pullHandlers({
  pulling,
  puller,
}: {
  readonly pulling: PullParts;
  readonly puller: Puller;
}): Pick<Handlers, Names> {
  const { imports, seal, folders, now } = pulling;
  const { documents } = imports;

  async function one(which: Which): Promise<Pull> {
    await findPull(documents, which);
    const pulls = await pullsOf(documents, which.workspace, { puller, seal });
    return must(pulls.get(which.source), "the source");
  }

  /** The secret that is given, or the one that is kept where the connection leads to the same place. */
  async function secretFor(
    which: Which | null,
    origin: PullOrigin,
    given: string | null,
  ): Promise<string | null> {
    if (given !== null || which === null) return given;
    const kept = await findPull(documents, which);
    if (kept.sealed === null) return null;
    if (audience(kept.origin) !== audience(origin))
      throw new AppError("bad-request", message("pull-secret-again"));
    const secret = seal.open(kept.sealed, aboutOf(which));
    if (secret === null) throw new AppError("bad-request", message("pull-secret-unreadable"));
    return secret;
  }

  function sealed(which: Which, secret: string | null) {
    return secret === null
      ? { sealed: null, seal: null }
      : { sealed: seal.close(secret, aboutOf(which)), seal: seal.key };
  }

  const at = (time: number) => new Date(time).toISOString();

  return {
    async pullFolders() {
      return Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
    },
    async tryPull({ params, body: { origin, secret: given, source }, signal }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const which = source === undefined ? null : { workspace: id, source };
      const secret = await secretFor(which, origin, given);
      return origin.kind === "database"
        ? findTables(pulling, origin, { secret, signal })
        : findFiles(pulling, origin, { secret, signal });
    },
    async lookPull({ params, body, signal }) {
      const { id, settings } = await findWorkspace(documents, params.workspace);
      const { origin, source, name, given, mapping } = body;
      const which = source === undefined ? null : { workspace: id, source };
      const secret = await secretFor(which, origin, body.secret);
      const wanted = { secret, signal, name, given, mapping, settings };
      return origin.kind === "database"
        ? lookAtTable(pulling, origin, wanted)
        : lookAtFiles(pulling, origin, wanted);
    },
    async pull({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const which = { workspace: id, source: params.source };
      return { pull: await one(which), runs: await listRuns(documents, which) };
    },
    async addPull({ params, body: { origin, secret, name, schedule, mapping: given } }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const which = { workspace: id, source: name };
      const database = origin.kind === "database";
      if (database && (origin.table === null || origin.grows === null))
        throw new AppError("bad-request", message("pull-no-choice"));
      const named = { ...given, name };
      const mapping = database ? withNames({ ...named, format: "jsonl" }, origin) : named;
      await documents.transaction(async (statements) => {
        const kind = database ? "table" : "files";
        await addSource(statements, id, { name, kind, mapping, settings: {} });
        await addPull(statements, {
          ...which,
          ...sealed(which, secret),
          origin,
          schedule,
          next: at(now()),
          home: origin.kind === "folder" ? pulling.intake.id : null,
        });
      });
      puller.poke();
      return one(which);
    },
    async savePull({ params, body: { origin, secret: given, schedule } }) {
      const { id, settings } = await findWorkspace(documents, params.workspace);
      const which = { workspace: id, source: params.source };
      const before = await findPull(documents, which);
      if (before.origin.kind !== origin.kind)
        throw new AppError("bad-request", message("pull-not-such", { source: params.source }));
      if (naming(before.origin) !== naming(origin))
        throw new AppError("conflict", message("pull-names-settled"));
      const secret = await secretFor(which, origin, given);
      await puller.stop(id, params.source);
      const anew = subject(before.origin) !== subject(origin);
      await savePull(
        documents,
        {
          ...which,
          ...sealed(which, secret),
          origin,
          schedule,
          next: at(anew ? now() : nextRun(schedule, settings.zone, now())),
        },
        anew,
      );
      puller.poke();
      return one(which);
    },
    async pullNow({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const which = { workspace: id, source: params.source };
      const { last } = await one(which);
      if (last?.state === "running") throw new AppError("conflict", message("pull-running"));
      const { stopped } = await findSource(documents, id, params.source);
      if (stopped !== null) throw new AppError("conflict", message("pull-stopped"));
      await forgetAside(documents, which);
      await setNext(documents, which, at(now()));
      await puller.look();
      return one(which);
    },
    async stopPull({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const which = { workspace: id, source: params.source };
      await findPull(documents, which);
      await askStop(documents, which);
      await puller.stop(id, params.source);
      return one(which);
    },
  };
}
