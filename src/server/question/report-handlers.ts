import { randomUUID } from "node:crypto";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { behind } from "../../protocol/question/one-state.ts";
import type { Report, WholeReport } from "../../protocol/question/report.ts";
import type { AnsweredQuestion } from "../../protocol/question/saved.ts";
import { seenOutside } from "../../protocol/question/seen-outside.ts";
import {
  addReport,
  addReportShare,
  reportBin,
  changeReport,
  findReport,
  findReportShare,
  listReports,
  listReportShares,
  revokeReportShare,
} from "../documents/report.ts";
import { findSavedQuestion } from "../documents/saved-question.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { hashOf, newSecret } from "../map/outsider.ts";
import { answerFile } from "./file/answer-file.ts";
import type { Bundle } from "./file/paper.ts";
import { refresh, type SavedParts } from "./refresh.ts";

const YEAR = 366 * 86_400_000;

type Names =
  | "reports"
  | "report"
  | "addReport"
  | "changeReport"
  | "refreshReport"
  | "reportFile"
  | "deleteReport"
  | "restoreReport"
  | "reportShares"
  | "shareReport"
  | "revokeReportShare"
  | "sharedReport";

/** Handlers of reports, and of the links by which people outside see them. */
export function reportHandlers(
  parts: SavedParts & { readonly now: () => number },
): Pick<Handlers, Names> {
  const { documents, now } = parts;
  const idOf = async (slug: string) => (await findWorkspace(documents, slug)).id;

  async function questionsOf(ws: number, { blocks }: Report): Promise<AnsweredQuestion[]> {
    const ids = new Set(
      blocks.flatMap((block) => (block.kind === "question" ? [block.question] : [])),
    );
    const found = await Promise.all(
      Array.from(ids, (id) => findSavedQuestion(documents, ws, id).catch(absent)),
    );
    return found.filter((each) => each !== null);
  }

  async function whole(ws: number, id: string): Promise<WholeReport> {
    const report = await findReport(documents, ws, id);
    return { report, questions: await questionsOf(ws, report) };
  }

  return {
    async reports({ params, query }) {
      return listReports(documents, await idOf(params.workspace), query.binned === "1");
    },
    async report({ params }) {
      return whole(await idOf(params.workspace), params.report);
    },
    async addReport({ params, body }) {
      return addReport(documents, await idOf(params.workspace), { ...body, id: randomUUID() });
    },
    async changeReport({ params, body }) {
      return changeReport(documents, await idOf(params.workspace), params.report, body);
    },
    async refreshReport({ params, signal }) {
      const { workspace: slug } = params;
      const ws = await idOf(slug);
      const { report, questions } = await whole(ws, params.report);
      const anew = (saved: AnsweredQuestion) => refresh(parts, { slug, ws, saved, signal });
      const answered: AnsweredQuestion[] = [];
      for (const each of questions) answered.push(await anew(each));
      for (const each of behind(answered)) answered[answered.indexOf(each)] = await anew(each);
      return { report, questions: answered };
    },
    async reportFile({ params, query }) {
      return answerFile(bundled(await whole(await idOf(params.workspace), params.report)), query);
    },
    async deleteReport({ params }) {
      return reportBin.move(documents, await idOf(params.workspace), params.report, true);
    },
    async restoreReport({ params }) {
      return reportBin.move(documents, await idOf(params.workspace), params.report, false);
    },
    async reportShares({ params }) {
      return listReportShares(documents, await idOf(params.workspace), params.report);
    },
    async shareReport({ params, body }) {
      const ws = await idOf(params.workspace);
      const { id: report } = await findReport(documents, ws, params.report);
      const left = Date.parse(body.expires) - now();
      if (left <= 0) throw new AppError("bad-request", message("share-past"));
      if (left > YEAR) throw new AppError("bad-request", message("report-share-too-long"));
      const { secret, hash } = newSecret();
      const made = { ...body, report, hash, id: randomUUID() };
      return { share: await addReportShare(documents, ws, made), secret };
    },
    async revokeReportShare({ params }) {
      const ws = await idOf(params.workspace);
      return revokeReportShare(documents, ws, params.report, params.share);
    },
    async sharedReport({ params }) {
      const share = await findReportShare(documents, hashOf(params.secret));
      if (!share) throw new AppError("not-found", message("no-share"));
      if (share.revoked !== null) throw new AppError("not-found", message("share-revoked"));
      if (Date.parse(share.expires) <= now())
        throw new AppError("not-found", message("share-expired"));
      const { report, questions } = await whole(share.workspace, share.report);
      const { title, blocks } = report;
      return { title, blocks, expires: share.expires, questions: questions.map(seenOutside) };
    },
  };
}

/** A report as it goes into a file; a question that is gone for good leaves no trace. */
function bundled({ report, questions }: WholeReport): Bundle {
  const byId = new Map(questions.map((each) => [each.id, each]));
  const parts = report.blocks.flatMap((block): Bundle["parts"] => {
    const part = block.kind === "text" ? block.text : byId.get(block.question);
    return part === undefined ? [] : [part];
  });
  return { title: report.title, parts };
}

/** Null for a question that is gone for good. */
function absent(error: unknown): null {
  if (error instanceof AppError && error.code === "not-found") return null;
  throw error;
}
