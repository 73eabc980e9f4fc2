import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { Report, ReportShare, type ReportBlock } from "../../protocol/question/report.ts";
import { binOf } from "./bin.ts";
import type { Statements } from "./documents.ts";

const columns = "id, title, blocks, version, author, at, changed, deleted";

/** Reports of a workspace, the last changed first: those in the bin, or those that are not. */
export function listReports(
  { query }: Statements,
  workspace: number,
  binned: boolean,
): Promise<Report[]> {
  const sql = `SELECT ${columns} FROM report
    WHERE workspace = $1 AND (deleted IS NOT NULL) = $2 ORDER BY changed DESC, id`;
  return query(Report, sql, [workspace, binned]);
}

/** Rejects with `not-found`. */
export async function findReport(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<Report> {
  const sql = `SELECT ${columns} FROM report WHERE workspace = $1 AND id = $2`;
  const [found] = await query(Report, sql, [workspace, id]);
  return found ?? absent();
}

type Written = { readonly title: string; readonly blocks: readonly ReportBlock[] };

export async function addReport(
  { query }: Statements,
  workspace: number,
  { id, title, blocks, author }: Written & { readonly id: string; readonly author: string },
): Promise<Report> {
  const [added] = await query(
    Report,
    `INSERT INTO report (workspace, id, title, blocks, author)
     VALUES ($1, $2, $3, $4::jsonb, $5) RETURNING ${columns}`,
    [workspace, id, title, JSON.stringify(blocks), author],
  );
  return must(added, "the new report");
}

/** Rejects with `not-found`, and with `conflict` when it is not of this version any more. */
export async function changeReport(
  statements: Statements,
  workspace: number,
  id: string,
  { title, blocks, version }: Written & { readonly version: number },
): Promise<Report> {
  const [changed] = await statements.query(
    Report,
    `UPDATE report SET title = $3, blocks = $4::jsonb, version = version + 1, changed = now()
     WHERE workspace = $1 AND id = $2 AND version = $5 AND deleted IS NULL RETURNING ${columns}`,
    [workspace, id, title, JSON.stringify(blocks), version],
  );
  if (changed) return changed;
  const { deleted } = await findReport(statements, workspace, id);
  if (deleted !== null) return absent();
  throw new AppError("conflict", message("report-changed"));
}

/** Thrown away, put back, and gone for good. */
export const reportBin = binOf({ table: "report", columns, row: Report, absent });

const shareColumns = "report_share.id, report_share.author, report_share.at, expires, revoked";

export function listReportShares(
  { query }: Statements,
  workspace: number,
  report: string,
): Promise<ReportShare[]> {
  const sql = `SELECT ${shareColumns} FROM report_share
    WHERE workspace = $1 AND report = $2 ORDER BY at DESC, id`;
  return query(ReportShare, sql, [workspace, report]);
}

export async function addReportShare(
  { query }: Statements,
  workspace: number,
  made: {
    readonly id: string;
    readonly report: string;
    /** SHA-256 of the secret, in hexadecimal. */
    readonly hash: string;
    readonly author: string;
    readonly expires: string;
  },
): Promise<ReportShare> {
  const [added] = await query(
    ReportShare,
    `INSERT INTO report_share (id, workspace, report, secret_hash, author, expires)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${shareColumns}`,
    [made.id, workspace, made.report, made.hash, made.author, made.expires],
  );
  return must(added, "the new link");
}

/** Makes a link work no more; rejects with `not-found`. */
export async function revokeReportShare(
  { query }: Statements,
  workspace: number,
  report: string,
  id: string,
): Promise<ReportShare> {
  const [revoked] = await query(
    ReportShare,
    `UPDATE report_share SET revoked = coalesce(revoked, now())
     WHERE workspace = $1 AND report = $2 AND id = $3 RETURNING ${shareColumns}`,
    [workspace, report, id],
  );
  if (!revoked) throw new AppError("not-found", message("no-share"));
  return revoked;
}

const Found = ReportShare.extend({ workspace: z.number().int(), report: z.string() });

/** The link with a secret of this hash; null when there is none, or its report was thrown away. */
export async function findReportShare(
  { query }: Statements,
  hash: string,
): Promise<z.infer<typeof Found> | null> {
  const [found] = await query(
    Found,
    `SELECT ${shareColumns}, report_share.workspace, report FROM report_share
       JOIN report ON report.id = report_share.report
     WHERE secret_hash = $1 AND deleted IS NULL`,
    [hash],
  );
  return found ?? null;
}

function absent(): never {
  throw new AppError("not-found", message("no-report"));
}
