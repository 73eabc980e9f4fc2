import { z } from "zod";
import { must } from "../assert.ts";
import { instant } from "../instant.ts";
import { SOON_DAYS } from "./deadline.ts";

/** What somebody may ask about his data: articles 15 to 21 of the GDPR. */
export const RequestKind = z.enum([
  "access",
  "portability",
  "rectification",
  "erasure",
  "restriction",
  "objection",
]);
export type RequestKind = z.infer<typeof RequestKind>;

/** The way in which a request came. */
export const RequestWay = z.enum(["email", "form", "phone", "letter", "person"]);
export type RequestWay = z.infer<typeof RequestWay>;

/** What showed that the one who asks is the one it is about. */
export const IdentityCheck = z.enum([
  "signed-in",
  "known-address",
  "called-back",
  "questions",
  "document",
]);
export type IdentityCheck = z.infer<typeof IdentityCheck>;

/** How a request ended. */
export const RequestEnd = z.enum(["done", "refused", "dropped"]);
export type RequestEnd = z.infer<typeof RequestEnd>;

/** Who does something at Spoor: the name that the browser gives. */
export const Actor = z.string().trim().min(1).max(80);

/** A day as `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** Something that was done for a request; the log of a request only grows. */
export const RequestStep = z.strictObject({
  at: z.string(),
  who: z.string(),
  what: z.enum([
    "received",
    "identified",
    "extended",
    "exported",
    "erased",
    "objected",
    "restricted",
    "rectified",
    "noted",
    "closed",
    "reopened",
  ]),
  /** Of `identified`: an `IdentityCheck`; of `closed`: a `RequestEnd`; else a reason or remark, if any. */
  detail: z.string(),
});
export type RequestStep = z.infer<typeof RequestStep>;

export const PrivacyRequest = z.strictObject({
  id: z.string(),
  /** Counted from 1 within its workspace: what people call it by. */
  number: z.number().int(),
  kind: RequestKind,
  received: Day,
  way: RequestWay,
  /** Did the person ask himself, or somebody for him? */
  by: z.enum(["self", "other"]),
  /** Whom it is about, masked; empty once he was erased. */
  about: z.string(),
  /** The people whom its identifier leads to now; several when it was shared, none when unknown. */
  people: z.array(z.string()),
  /** Last day for the answer. */
  deadline: Day,
  identified: z.strictObject({ how: IdentityCheck, on: Day }).nullable(),
  extended: z.strictObject({ reason: z.string(), told: Day }).nullable(),
  /** Null while it is open. */
  end: RequestEnd.nullable(),
  closed: z.string().nullable(),
  steps: z.array(RequestStep),
});
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

export type Standing = "overdue" | "soon" | "open" | "closed";

/** How a request stands on a day. The last day itself is still in time. */
export function standingOn(
  today: string,
  { end, deadline }: Pick<PrivacyRequest, "end" | "deadline">,
): Standing {
  if (end !== null) return "closed";
  if (deadline < today) return "overdue";
  return daysBetween(today, deadline) <= SOON_DAYS ? "soon" : "open";
}

/** Days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((must(instant(to), to) - must(instant(from), from)) / 86_400_000);
}

/** How many requests wait, without a word about whom. */
export const DueCounts = z.strictObject({
  open: z.number().int(),
  /** Of these, due within a week. */
  soon: z.number().int(),
  overdue: z.number().int(),
  /** Last day of the one that is due first. */
  next: Day.nullable(),
});
export type DueCounts = z.infer<typeof DueCounts>;

/** What is due among requests, on a day. */
export function dueOn(
  today: string,
  requests: readonly Pick<PrivacyRequest, "end" | "deadline">[],
): DueCounts {
  const open = requests.filter(({ end }) => end === null);
  const standing = open.map((each) => standingOn(today, each));
  const days = open.map(({ deadline }) => deadline).toSorted();
  return {
    open: open.length,
    soon: standing.filter((each) => each === "soon").length,
    overdue: standing.filter((each) => each === "overdue").length,
    next: days[0] ?? null,
  };
}
