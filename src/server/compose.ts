import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { derive } from "../engine/event/derive.ts";
import { openEngine } from "../engine/open.ts";
import type { Engine } from "../engine/port.ts";
import { channelHandlers } from "./alerts/channel-handlers.ts";
import { Courier } from "./alerts/courier.ts";
import { alertHandlers } from "./alerts/handlers.ts";
import { AlertKeeper } from "./alerts/keeper.ts";
import { reviewHandlers } from "./alerts/review-handlers.ts";
import { ReviewKeeper } from "./alerts/review-keeper.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { Documents } from "./documents/documents.ts";
import { fieldNoteBin } from "./documents/field-note.ts";
import { surveyBin } from "./documents/survey.ts";
import { emptyBin } from "./documents/map.ts";
import { openDocuments } from "./documents/open.ts";
import type { ImportDeps } from "./event/import.ts";
import { createImporter, type ImportDesk } from "./event/importer.ts";
import { createQueue } from "./event/queue.ts";
import { sweep } from "./event/sweep.ts";
import { Intake } from "./event/intake/intake.ts";
import { Keys } from "./event/intake/keys.ts";
import { Refusals } from "./event/intake/refusals.ts";
import { Watch } from "./event/intake/watch.ts";
import { sourceWatchHandlers } from "./event/source-watch-handlers.ts";
import { closePlainSecrets } from "./event/hook-secret.ts";
import { sourceHandlers } from "./event/source-handlers.ts";
import type { PullParts } from "./event/pull/asking.ts";
import { pullHandlers } from "./event/pull/handlers.ts";
import { Puller } from "./event/pull/puller.ts";
import { eventHandlers } from "./event/handlers.ts";
import { fieldHandlers } from "./evidence/field-handlers.ts";
import { surveyHandlers } from "./evidence/survey-handlers.ts";
import { health } from "./health.ts";
import { checkHandlers } from "./map/check/handlers.ts";
import { ScoreKeeper } from "./map/check/score-keeper.ts";
import { exchangeHandlers } from "./map/exchange/handlers.ts";
import { exportHandlers } from "./map/export/handlers.ts";
import { mapHandlers } from "./map/handlers.ts";
import { Desk } from "./map/desk.ts";
import { liveHandlers } from "./map/live-handlers.ts";
import { commentHandlers } from "./map/comment-handlers.ts";
import { pictureHandlers } from "./map/picture-handlers.ts";
import { portfolioHandlers } from "./map/portfolio.ts";
import { searchHandlers } from "./map/search-handlers.ts";
import { shareHandlers } from "./map/share-handlers.ts";
import { Shelf } from "./map/shelf.ts";
import { workshopHandlers } from "./map/workshop-handlers.ts";
import { versionHandlers } from "./map/version-handlers.ts";
import { templateHandlers } from "./map/template-handlers.ts";
import { accessHandlers } from "./people/access-handlers.ts";
import { consentHandlers } from "./people/consent-handlers.ts";
import { consentLinkHandlers } from "./people/consent-link-handlers.ts";
import { findHandlers } from "./people/find-handlers.ts";
import { requestHandlers } from "./people/request-handlers.ts";
import { closeRequest } from "./people/close-request.ts";
import { erasureHandlers } from "./people/erasure-handlers.ts";
import { Eraser } from "./people/eraser.ts";
import { objectionHandlers } from "./people/objection-handlers.ts";
import { RetentionClock } from "./people/retention-clock.ts";
import { retentionHandlers } from "./people/retention-handlers.ts";
import { Decider } from "./identity/decider.ts";
import { identityHandlers } from "./identity/handlers.ts";
import { createOutgoing } from "./outgoing.ts";
import { openSeal } from "./seal.ts";
import { Searcher } from "./identity/searcher.ts";
import { tieHandlers } from "./identity/tie-handlers.ts";
import { whoHandlers } from "./identity/who-handlers.ts";
import { loyaltyHandlers } from "./question/loyalty-handlers.ts";
import { patternHandlers } from "./question/pattern-handlers.ts";
import { questionHandlers } from "./question/handlers.ts";
import { cohortsHandlers } from "./question/cohorts-handlers.ts";
import { gapsHandlers } from "./question/gaps-handlers.ts";
import { keepLastFigures } from "./documents/pinnable.ts";
import { questionBin } from "./documents/saved-question.ts";
import { reportBin } from "./documents/report.ts";
import { reportHandlers } from "./question/report-handlers.ts";
import { savedHandlers } from "./question/saved-handlers.ts";
import { segmentsHandlers } from "./question/segments-handlers.ts";
import { driftHandlers } from "./question/drift-handlers.ts";
import { fitHandlers } from "./question/fit-handlers.ts";
import { driversHandlers } from "./question/drivers-handlers.ts";
import { goalsHandlers } from "./question/goals-handlers.ts";
import { perceptionHandlers } from "./question/perception-handlers.ts";
import { scoresHandlers } from "./question/scores-handlers.ts";
import { towardsHandlers } from "./question/towards-handlers.ts";
import { workspaceHandlers } from "./workspace/handlers.ts";
import { message } from "../core/message/message.ts";
import { deriveAnew } from "./event/derive-anew.ts";
import { keepSecret } from "./identity/secret.ts";
import { ensureOwn } from "./workspace/own.ts";
import { Loading } from "./workspace/loading.ts";

/** Everything that one process of Spoor consists of. */
export type Spoor = AsyncDisposable & {
  readonly app: ReturnType<typeof createApp>;
  readonly engine: Engine;
  readonly documents: Documents;
  readonly imports: ImportDeps;
  readonly importer: ImportDesk;
  readonly intake: Intake;
  readonly loading: Loading;
  /** Drawn at each start. */
  readonly instance: string;
};

/**
 * Opens the stores, takes out what a crash left half done, and puts the parts together.
 * Rejects with `folder-in-use` when another process has the data folder.
 */
export async function openSpoor(config: Config): Promise<Spoor> {
  const { dataDir, clickhouseUrl, postgresUrl, loopback, allowHosts } = config;
  await mkdir(dataDir, { recursive: true });
  await using opened = new AsyncDisposableStack();
  const engine = opened.use(
    await openEngine(
      clickhouseUrl ? { url: clickhouseUrl } : { path: join(dataDir, "engine") },
      keepSecret(config),
    ),
  );
  const documents = opened.use(
    await openDocuments(postgresUrl ? { url: postgresUrl } : { path: join(dataDir, "documents") }),
  );
  const imports: ImportDeps = {
    engine,
    documents,
    dataDir,
    queue: createQueue(),
    derive,
    now: Date.now,
  };
  await sweep(imports);
  const loading = new Loading();
  const report = (error: unknown) => console.error(error);
  const anew = opened.use(await deriveAnew({ ...imports, loading, report }));
  const seal = await openSeal(dataDir);
  await closePlainSecrets(documents, seal);
  await emptyBin(documents);
  await fieldNoteBin.empty(documents);
  await keepLastFigures(documents);
  await questionBin.empty(documents);
  await reportBin.empty(documents);
  await surveyBin.empty(documents);
  await ensureOwn(documents);

  const importer = createImporter(imports);
  const shared = postgresUrl !== null;
  const keys = new Keys(documents, Date.now);
  const refusals = opened.use(new Refusals(documents, report));
  const watch = new Watch(Date.now);
  const { backlog } = config;
  const intake = opened.use(await Intake.open({ ...imports, report, watch, backlog }));
  const desk = opened.use(new Desk({ documents, now: Date.now, shared, report }));
  const eraser = new Eraser({
    ...imports,
    intake,
    desk,
    far: { engine: clickhouseUrl !== null, documents: shared },
    erased: (erasure, workspace, hashes) =>
      closeRequest(documents, erasure, { workspace, hashes, at: Date.now() }),
    report,
  });
  opened.defer(() => eraser.settled());
  await eraser.resume();
  opened.use(new RetentionClock({ ...imports, report }));
  const outgoing = createOutgoing({ allow: allowHosts });
  const inbox = join(dataDir, "inbox");
  await mkdir(inbox, { recursive: true });
  const folders = [inbox, ...config.folders];
  const pulling: PullParts = { imports, intake, outgoing, seal, folders, now: Date.now, report };
  const puller = opened.use(new Puller(pulling));
  const decider = opened.use(await Decider.open({ ...imports, report }));
  const searcher = opened.use(new Searcher({ engine, documents, report }));
  const shelf = new Shelf(documents, desk);
  opened.use(new ScoreKeeper({ engine, documents, shelf, now: Date.now, report }));
  const { mail } = config;
  const courier = opened.use(
    new Courier({ engine, documents, outgoing, seal, mail, now: Date.now, report }),
  );
  const onFresh = courier.tell.bind(courier);
  opened.use(new AlertKeeper({ ...imports, now: Date.now, report, onFresh }));
  const reviews = opened.use(new ReviewKeeper({ engine, documents, shelf, now: Date.now, report }));
  const instance = randomUUID();
  const parts = {
    engine,
    documents,
    desk,
    shelf,
    importer,
    loading,
    intake,
    keys,
    puller,
    decider,
    searcher,
  };
  const ask = {
    ...questionHandlers(parts),
    ...towardsHandlers(parts),
    ...fitHandlers(parts),
    ...gapsHandlers(parts),
    ...scoresHandlers(parts),
    ...driversHandlers(parts),
    ...goalsHandlers(parts),
    ...perceptionHandlers({ ...parts, now: Date.now }),
    ...segmentsHandlers(parts),
    ...driftHandlers(parts),
    ...cohortsHandlers(parts),
    ...patternHandlers(parts),
    ...loyaltyHandlers(parts),
  };
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  const app = createApp({
    handlers: {
      health: health({ engine, documents, intake, now: Date.now, instance }),
      ...workspaceHandlers(parts),
      ...ask,
      ...savedHandlers({ ...parts, ask }),
      ...alertHandlers({ ...parts, now: Date.now }),
      ...reviewHandlers({ ...parts, reviews }),
      ...channelHandlers({ documents, seal, mail, now: Date.now }),
      ...reportHandlers({ ...parts, ask, now: Date.now }),
      ...identityHandlers(parts),
      ...findHandlers(parts),
      ...requestHandlers({ ...parts, now: Date.now }),
      ...erasureHandlers({ eraser }),
      ...objectionHandlers(imports),
      ...retentionHandlers({ ...parts, now: Date.now }),
      ...whoHandlers(parts),
      ...tieHandlers(parts),
      ...accessHandlers({ ...parts, now: Date.now }),
      ...consentHandlers({ ...parts, now: Date.now }),
      ...consentLinkHandlers({ ...parts, now: Date.now }),
      ...mapHandlers(parts),
      ...exportHandlers(parts),
      ...liveHandlers(parts),
      ...checkHandlers(parts),
      ...versionHandlers(parts),
      ...portfolioHandlers(parts),
      ...searchHandlers(parts),
      ...commentHandlers(parts),
      ...shareHandlers(parts),
      ...fieldHandlers(parts),
      ...surveyHandlers({ ...parts, now: Date.now }),
      ...pictureHandlers(parts),
      ...workshopHandlers(parts),
      ...templateHandlers(parts),
      ...exchangeHandlers(parts),
      ...eventHandlers(parts),
      ...sourceHandlers({ ...parts, seal }),
      ...pullHandlers({ pulling, puller }),
      ...sourceWatchHandlers({ ...parts, watch, now: Date.now }),
    },
    intake: { intake, keys, refusals, seal, now: Date.now },
    dist: existsSync(join(dist, "index.html")) ? dist : null,
    loopback,
    notYet(workspace) {
      const at = loading.of(workspace);
      return at?.step === "derive" ? message("derived-anew", { share: at.share }) : null;
    },
    report,
  });
  // It ends before all that waits for its turn behind it.
  opened.defer(() => anew[Symbol.asyncDispose]());
  const all = opened.move();
  return {
    app,
    engine,
    documents,
    imports,
    importer,
    intake,
    loading,
    instance,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
