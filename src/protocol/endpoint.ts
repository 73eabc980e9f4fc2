import { z } from "zod";
import { TouchpointDetail, Overlay } from "../core/evidence/overlay.ts";
import { Ambiguous, Given, Missing } from "../core/event/guess-mapping.ts";
import { ImportStatus, Preview, Quarantined } from "../core/event/import.ts";
import { Mapping } from "../core/event/mapping.ts";
import { Journey } from "../core/map/journey.ts";
import { Message } from "../core/message/message.ts";
import {
  Facets,
  Flow,
  Journeys,
  Overview,
  Routes,
  Timeline,
  Touchpoints,
} from "../core/question/answers.ts";
import { pullEndpoints } from "./event/pull.ts";
import { sourceEndpoints } from "./event/source.ts";
import { sourceWatchEndpoints } from "./event/source-watch.ts";
import { fieldNoteEndpoints } from "./evidence/field-note.ts";
import { surveyEndpoints } from "./evidence/survey.ts";
import { accessEndpoints } from "./people/access.ts";
import { consentEndpoints } from "./people/consent.ts";
import { findEndpoints } from "./people/find.ts";
import { erasureEndpoints } from "./people/erasure.ts";
import { objectionEndpoints } from "./people/objection.ts";
import { retentionEndpoints } from "./people/retention.ts";
import { requestEndpoints } from "./people/request.ts";
import { probableEndpoints } from "./identity/probable.ts";
import { whoEndpoints } from "./identity/who.ts";
import { checkEndpoints } from "./map/check.ts";
import { ExportQuery } from "./map/export.ts";
import { exchangeEndpoints } from "./map/exchange.ts";
import { liveEndpoints } from "./map/live.ts";
import { templateEndpoints } from "./map/template.ts";
import { commentEndpoints } from "./map/comment.ts";
import { pictureEndpoints } from "./map/picture.ts";
import { portfolioEndpoints } from "./map/portfolio.ts";
import { shareEndpoints } from "./map/share.ts";
import { workshopEndpoints } from "./map/workshop.ts";
import { versionEndpoints } from "./map/version.ts";
import { filtered, limited } from "./question/filtered.ts";
import { alertEndpoints } from "./question/alerts.ts";
import { driftEndpoints } from "./question/drift.ts";
import { cohortsEndpoints } from "./question/cohorts.ts";
import { fitEndpoints } from "./question/fit.ts";
import { gapsEndpoints } from "./question/gaps.ts";
import { reportEndpoints } from "./question/report.ts";
import { goalsEndpoints } from "./question/goals.ts";
import { perceptionEndpoints } from "./question/perception.ts";
import { savedEndpoints } from "./question/saved.ts";
import { contrastEndpoints } from "./question/contrast.ts";
import { archetypesEndpoints } from "./question/archetypes.ts";
import { segmentsEndpoints } from "./question/segments.ts";
import { driversEndpoints } from "./question/drivers.ts";
import { scoresEndpoints } from "./question/scores.ts";
import { themesEndpoints } from "./question/themes.ts";
import { loyaltyEndpoints } from "./question/loyalty.ts";
import { patternEndpoints } from "./question/pattern.ts";
import { towardsEndpoints } from "./question/towards.ts";
import { Workspace, WorkspaceList } from "./workspace.ts";

/** One line of the API: what is sent, what comes back. Routes, client types and OpenAPI derive from it. */
export type Endpoint = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with `{name}` for its parameters. */
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** `bytes`: the request body is a file. */
  readonly upload?: true;
  /** The answer is a stream of server-sent events, each of this shape. */
  readonly stream?: true;
  /** The answer is a file. */
  readonly download?: true;
  readonly answer: z.ZodType;
  /**
   * The answer was checked when it was stored and is told as it is, or is made by the server alone; it
   * is large, and checking it once more would keep who waits for it waiting.
   */
  readonly checked?: true;
};

const MapHead = z.strictObject({ id: z.string(), title: z.string(), updated: z.string() });
const Done = z.strictObject({ ok: z.literal(true) });

export const endpoints = {
  health: {
    method: "GET",
    path: "/api/health",
    summary: "Is the server well?",
    answer: z.strictObject({
      status: z.enum(["ok", "failing"]),
      version: z.string(),
      /** Drawn at each start of the server. */
      instance: z.string(),
      checks: z.record(z.string(), z.string()),
    }),
  },

  workspaces: {
    method: "GET",
    path: "/api/workspaces",
    summary: "All workspaces",
    answer: WorkspaceList,
  },
  createWorkspace: {
    method: "POST",
    path: "/api/workspaces",
    summary: "Make a workspace",
    body: z.strictObject({ name: z.string().min(1).max(80) }),
    answer: Workspace,
  },

  overview: {
    method: "GET",
    path: "/api/w/{workspace}/overview",
    summary: "The data in six numbers",
    query: filtered,
    answer: Overview,
  },
  flow: {
    method: "GET",
    path: "/api/w/{workspace}/flow",
    summary: "Directly-follows counts with waits",
    query: filtered,
    answer: Flow,
  },
  routes: {
    method: "GET",
    path: "/api/w/{workspace}/routes",
    summary: "Routes by how often they are taken",
    query: limited,
    answer: Routes,
  },
  touchpoints: {
    method: "GET",
    path: "/api/w/{workspace}/touchpoints",
    summary: "Reach, repeats, dwell and leave per touchpoint",
    query: filtered,
    answer: Touchpoints,
  },
  journeys: {
    method: "GET",
    path: "/api/w/{workspace}/journeys",
    summary: "Journeys, newest first, of one route if given",
    query: limited.extend({
      route: z.string().optional(),
      offset: z.coerce.number().int().min(0).optional(),
    }),
    answer: Journeys,
  },
  timeline: {
    method: "GET",
    path: "/api/w/{workspace}/people/{person}",
    summary: "One customer across all sources; his identifiers masked, unless asked to reveal them",
    query: z.object({ reveal: z.literal("1").optional() }),
    answer: Timeline,
  },
  facets: {
    method: "GET",
    path: "/api/w/{workspace}/facets",
    summary: "What one can filter on",
    answer: Facets,
  },

  ...towardsEndpoints,
  ...fitEndpoints,
  ...gapsEndpoints,
  ...savedEndpoints,
  ...segmentsEndpoints,
  ...driftEndpoints,
  ...alertEndpoints,
  ...archetypesEndpoints,
  ...contrastEndpoints,
  ...scoresEndpoints,
  ...goalsEndpoints,
  ...perceptionEndpoints,
  ...themesEndpoints,
  ...driversEndpoints,
  ...cohortsEndpoints,
  ...patternEndpoints,
  ...loyaltyEndpoints,
  ...reportEndpoints,
  ...probableEndpoints,
  ...whoEndpoints,

  maps: {
    method: "GET",
    path: "/api/w/{workspace}/maps",
    summary: "Maps of the workspace",
    answer: z.array(MapHead),
  },
  map: {
    method: "GET",
    path: "/api/w/{workspace}/maps/{map}",
    summary: "One map",
    checked: true,
    answer: Journey,
  },
  saveMap: {
    method: "PUT",
    path: "/api/w/{workspace}/maps/{map}",
    summary: "Store a map; one that is drawn becomes this by the commands that it takes",
    query: z.object({ author: z.string().trim().min(1).max(80).optional() }),
    body: Journey,
    answer: Done,
  },
  draftMap: {
    method: "POST",
    path: "/api/w/{workspace}/maps/draft",
    summary: "A first map from the data; stored and returned",
    body: z.strictObject({
      title: z.string().min(1).max(160).optional(),
      language: z.enum(["nl", "en"]).optional(),
    }),
    answer: Journey,
  },
  ...templateEndpoints,
  ...exchangeEndpoints,
  ...liveEndpoints,
  ...checkEndpoints,
  ...versionEndpoints,
  ...workshopEndpoints,
  ...shareEndpoints,
  ...portfolioEndpoints,
  ...pictureEndpoints,
  ...commentEndpoints,
  overlay: {
    method: "GET",
    path: "/api/w/{workspace}/maps/{map}/overlay",
    summary: "The figures over a map",
    query: filtered,
    answer: Overlay,
    checked: true,
  },
  touchpoint: {
    method: "GET",
    path: "/api/w/{workspace}/maps/{map}/touchpoints/{touchpoint}",
    summary: "What stands behind one drawn touchpoint",
    query: filtered,
    answer: TouchpointDetail,
  },

  exportMap: {
    method: "GET",
    path: "/api/w/{workspace}/maps/{map}/export",
    summary: "A map as a file, with its figures or without",
    query: filtered.extend(ExportQuery.shape),
    download: true,
    answer: z.instanceof(Uint8Array),
  },

  ...fieldNoteEndpoints,
  ...surveyEndpoints,

  ...findEndpoints,
  ...consentEndpoints,
  ...accessEndpoints,
  ...requestEndpoints,
  ...erasureEndpoints,
  ...objectionEndpoints,
  ...retentionEndpoints,
  ...sourceEndpoints,
  ...pullEndpoints,
  ...sourceWatchEndpoints,
  upload: {
    method: "POST",
    path: "/api/w/{workspace}/uploads",
    summary: "Send a file; it waits to be imported",
    query: z.object({ name: z.string().min(1).max(255) }),
    upload: true,
    answer: z.strictObject({ upload: z.string(), bytes: z.number().int() }),
  },
  preview: {
    method: "POST",
    path: "/api/w/{workspace}/uploads/preview",
    summary: "What is in these files, and a guessed mapping for them",
    body: z.strictObject({
      uploads: z.array(z.string()).min(1),
      mapping: Mapping.optional(),
      /** What is known already, when the mapping is to be guessed. */
      given: Given.optional(),
    }),
    answer: z.strictObject({
      previews: z.array(Preview),
      mapping: Mapping,
      /** What a guess leaves open: it is not to be used before these are decided. */
      missing: z.array(Missing),
      ambiguous: z.array(Ambiguous),
      /** Per row of the preview what it would become, or why it would not. */
      events: z.array(
        z.strictObject({
          file: z.string(),
          line: z.number().int(),
          time: z.string().nullable(),
          event: z.string(),
          channel: z.string(),
          journey: z.string(),
          who: z.array(z.string()),
          problem: Message.nullable(),
        }),
      ),
    }),
  },
  startImport: {
    method: "POST",
    path: "/api/w/{workspace}/imports",
    summary: "Import uploaded files",
    body: z.strictObject({ uploads: z.array(z.string()).min(1), mapping: Mapping }),
    answer: ImportStatus,
  },
  imports: {
    method: "GET",
    path: "/api/w/{workspace}/imports",
    summary: "Imports, newest first",
    answer: z.array(ImportStatus),
  },
  importStatus: {
    method: "GET",
    path: "/api/w/{workspace}/imports/{import}",
    summary: "How far an import is",
    answer: ImportStatus,
  },
  cancelImport: {
    method: "DELETE",
    path: "/api/w/{workspace}/imports/{import}",
    summary: "Stop an import; nothing of it stays",
    answer: ImportStatus,
  },
  quarantine: {
    method: "GET",
    path: "/api/w/{workspace}/quarantine",
    summary: "Rows that could not be read, with the reason",
    query: z.object({
      limit: z.coerce.number().int().min(1).max(1000).optional(),
      import: z.string().optional(),
    }),
    answer: z.strictObject({ rows: z.array(Quarantined), total: z.number().int() }),
  },
  replayQuarantine: {
    method: "POST",
    path: "/api/w/{workspace}/quarantine/replay",
    summary: "Try the quarantined rows again, with a mended mapping if given",
    body: z.strictObject({
      mapping: Mapping.optional(),
      /** Rows of this source only. */
      source: z.string().min(1).max(200).optional(),
    }),
    answer: ImportStatus,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
