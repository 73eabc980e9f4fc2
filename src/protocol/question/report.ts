import { z } from "zod";
import type { Endpoint } from "../endpoint.ts";
import { AnswerFileQuery, AnsweredQuestion } from "./saved.ts";

const Id = z.string().min(1).max(64);
const Title = z.string().trim().min(1).max(160);
const Author = z.string().trim().min(1).max(80);

/** A part of a report: a text with the emphasis, lists and links that texts of a map have, or a saved question. */
export const ReportBlock = z.discriminatedUnion("kind", [
  z.strictObject({ id: Id, kind: z.literal("text"), text: z.string().max(20_000) }),
  z.strictObject({ id: Id, kind: z.literal("question"), question: Id }),
]);
export type ReportBlock = z.infer<typeof ReportBlock>;

const Blocks = z.array(ReportBlock).max(60);

export const Report = z.strictObject({
  id: z.string(),
  title: z.string(),
  blocks: Blocks,
  /** Grows with every change; a change says on which version it is made. */
  version: z.number().int(),
  author: z.string(),
  at: z.string(),
  changed: z.string(),
  deleted: z.string().nullable(),
});
export type Report = z.infer<typeof Report>;

/** A report with the last answers of its questions; one that is gone for good is not among them. */
export const WholeReport = z.strictObject({
  report: Report,
  questions: z.array(AnsweredQuestion),
});
export type WholeReport = z.infer<typeof WholeReport>;

/** A link by which people outside see the last answers. Its secret is told once, when it is made. */
export const ReportShare = z.strictObject({
  id: z.string(),
  author: z.string(),
  at: z.string(),
  expires: z.string(),
  revoked: z.string().nullable(),
});
export type ReportShare = z.infer<typeof ReportShare>;

const path = "/api/w/{workspace}/reports";

export const reportEndpoints = {
  reports: {
    method: "GET",
    path,
    summary: "Reports, the last changed first, or those in the bin",
    query: z.object({ binned: z.literal("1").optional() }),
    answer: z.array(Report),
  },
  report: {
    method: "GET",
    path: `${path}/{report}`,
    summary: "One report with the last answers of its questions",
    answer: WholeReport,
  },
  addReport: {
    method: "POST",
    path,
    summary: "Begin a report",
    body: z.strictObject({ title: Title, author: Author, blocks: Blocks.default([]) }),
    answer: Report,
  },
  changeReport: {
    method: "PUT",
    path: `${path}/{report}`,
    summary: "Write a report anew; refused when somebody changed it meanwhile",
    body: z.strictObject({ title: Title, blocks: Blocks, version: z.number().int() }),
    answer: Report,
  },
  refreshReport: {
    method: "POST",
    path: `${path}/{report}/refresh`,
    summary:
      "Answer all questions of a report anew, where possible from the same state of the data",
    answer: WholeReport,
  },
  reportFile: {
    method: "GET",
    path: `${path}/{report}/file`,
    summary:
      "A report as a file: spreadsheets of its last answers, or its texts and figures on paper",
    query: AnswerFileQuery,
    download: true,
    answer: z.instanceof(Uint8Array),
  },
  deleteReport: {
    method: "DELETE",
    path: `${path}/{report}`,
    summary: "Put a report in the bin, where it is kept for thirty days; its links work no more",
    answer: Report,
  },
  restoreReport: {
    method: "POST",
    path: `${path}/{report}/restore`,
    summary: "Take a report out of the bin",
    answer: Report,
  },
  reportShares: {
    method: "GET",
    path: `${path}/{report}/shares`,
    summary: "Links to a report, newest first",
    answer: z.array(ReportShare),
  },
  shareReport: {
    method: "POST",
    path: `${path}/{report}/shares`,
    summary: "Make a link to a report for people outside, until a moment within a year",
    body: z.strictObject({ author: Author, expires: z.iso.datetime({ offset: true }) }),
    answer: z.strictObject({
      share: ReportShare,
      /** The page stands at `/r/{secret}`. */
      secret: z.string(),
    }),
  },
  revokeReportShare: {
    method: "DELETE",
    path: `${path}/{report}/shares/{share}`,
    summary: "Make a link to a report work no more",
    answer: ReportShare,
  },
  sharedReport: {
    method: "GET",
    path: "/api/r/{secret}",
    summary:
      "The report behind a link with its last answers, without who made it and without small groups",
    answer: z.strictObject({
      title: z.string(),
      expires: z.string(),
      blocks: Blocks,
      questions: z.array(AnsweredQuestion),
    }),
  },
} as const satisfies Record<string, Endpoint>;
