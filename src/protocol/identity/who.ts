import { z } from "zod";
import { Decision, Hash, Says } from "../../core/identity/decision.ts";
import { WhoRule } from "../../core/identity/who-rule.ts";
import { Reason, RuleReport } from "../../core/identity/probable-link.ts";

/** Who does it, by the name that his browser gives. */
const By = z.string().trim().min(1).max(80);
const Count = z.number().int();
/** Identifiers as they are, and not masked. */
const Show = z.object({ show: z.enum(["0", "1"]).optional() });

const Side = z.strictObject({
  person: Hash,
  /** What is compared, by what it is: given, surname, birth … */
  fields: z.record(z.string(), z.string()),
  identifiers: z.array(z.strictObject({ kind: z.string(), value: z.string() })),
  sources: z.array(z.string()),
  events: Count,
  last: z.string().nullable(),
});
export type Side = z.infer<typeof Side>;

export const ReviewPair = z.strictObject({
  a: Hash,
  b: Hash,
  probability: z.number(),
  sure: z.boolean(),
  later: z.boolean(),
  reasons: z.array(Reason),
  sides: z.tuple([Side, Side]),
});
export type ReviewPair = z.infer<typeof ReviewPair>;

const Open = z.strictObject({ sure: Count, review: Count, later: Count });

export const WhoState = z.strictObject({
  /** A search that runs: its share that is done. */
  searching: z.number().nullable(),
  /** Why the last search did not finish. */
  searchFailed: z.string().nullable(),
  last: z
    .strictObject({
      made: z.string(),
      by: z.string(),
      people: Count,
      /** Who objects is compared with nobody. */
      objecting: Count,
      columns: z.record(z.string(), z.string()),
      rules: z.array(RuleReport),
    })
    .nullable(),
  /** Pairs of the last search on which nobody decided yet. */
  open: Open,
  /** Share of the decisions and rules that is in people's journeys; null when all of it is. */
  deriving: z.number().nullable(),
  derivingFailed: z.string().nullable(),
});
export type WhoState = z.infer<typeof WhoState>;

const Tied = z.strictObject({
  hash: Hash,
  kind: z.string(),
  value: z.string(),
  /** Whose it is: of this person, or of another from whom it was cut off. */
  person: Hash,
  sources: z.array(z.string()),
  rows: Count,
});

/** Why two identifiers are, or are not, one person's. */
const Tie = z.strictObject({
  a: Hash,
  b: Hash,
  /** Are they one person's? */
  links: z.boolean(),
  row: z
    .strictObject({
      source: z.string(),
      /** Files of the import that brought it; empty when a system told it by itself. */
      files: z.array(z.string()),
      time: z.string(),
      rows: Count,
      /** Was it told with a key that everybody can read? */
      page: z.boolean(),
    })
    .nullable(),
  decision: Decision.omit({ first: true, pairs: true, due: true })
    .extend({ probability: z.number().nullable(), reasons: z.array(Reason).nullable() })
    .nullable(),
});
export type Tie = z.infer<typeof Tie>;

export const PersonTies = z.strictObject({
  person: Hash,
  identifiers: z.array(Tied),
  ties: z.array(Tie),
});
export type PersonTies = z.infer<typeof PersonTies>;

const SharedOne = z.strictObject({
  kind: z.string(),
  value: z.string(),
  /** What it met too many of. */
  met: z.string(),
  count: Count,
  /** By the word of pages alone it is torn; what systems tell links by it. */
  onlyPages: z.boolean(),
  blocked: z.boolean(),
});

export const KindRules = z.strictObject({
  kind: z.string(),
  identifiers: Count,
  shared: Count,
  /** What the mappings of files and sources say. */
  mapping: z.strictObject({
    unique: z.boolean(),
    limit: z.number().nullable(),
    blocked: z.array(z.string()),
  }),
  /** What was set on the page, above it. */
  own: WhoRule,
});
export type KindRules = z.infer<typeof KindRules>;

const who = "/api/w/{workspace}/who";

export const whoEndpoints = {
  who: {
    method: "GET",
    path: who,
    summary: "How it stands with who is who: the search, what is open, what waits to be derived",
    answer: WhoState,
  },
  searchLinks: {
    method: "POST",
    path: `${who}/search`,
    summary: "Look for people that are probably one; what is found is kept until the next search",
    body: z.strictObject({ by: By, columns: z.record(z.string(), z.string()).optional() }),
    answer: WhoState,
  },
  stopSearch: {
    method: "DELETE",
    path: `${who}/search`,
    summary: "Stop looking; what the search before found stays",
    answer: WhoState,
  },
  reviewList: {
    method: "GET",
    path: `${who}/review`,
    summary: "Pairs on which nobody decided, from the most probable on; those put off last",
    query: Show.extend({
      limit: z.coerce.number().int().min(1).max(100).optional(),
      offset: z.coerce.number().int().min(0).optional(),
      sure: z.enum(["0", "1"]).optional(),
    }),
    answer: z.array(ReviewPair),
  },
  decide: {
    method: "POST",
    path: `${who}/decisions`,
    summary: "Decide that two people, or two identifiers, are one person's or are not",
    body: z.strictObject({
      a: Hash,
      b: Hash,
      says: Says,
      by: By,
      reason: z.string().trim().max(1000).optional(),
    }),
    answer: z.strictObject({ id: Count }),
  },
  acceptSure: {
    method: "POST",
    path: `${who}/decisions/sure`,
    summary: "Decide that all sure pairs are one person each; undone as one decision",
    body: z.strictObject({ by: By }),
    answer: z.strictObject({ id: Count.nullable(), pairs: Count }),
  },
  decisions: {
    method: "GET",
    path: `${who}/decisions`,
    summary: "What was decided, newest first",
    query: z.object({
      limit: z.coerce.number().int().min(1).max(1000).optional(),
      offset: z.coerce.number().int().min(0).optional(),
    }),
    answer: z.strictObject({ decisions: z.array(Decision), total: Count }),
  },
  takeBack: {
    method: "POST",
    path: `${who}/decisions/{decision}/take-back`,
    summary: "Take a decision back: all is as if it had never been; or let it hold again",
    body: z.strictObject({ by: By, back: z.boolean().default(true) }),
    answer: z.strictObject({ id: Count }),
  },
  ties: {
    method: "GET",
    path: "/api/w/{workspace}/people/{person}/ties",
    summary: "Why somebody's identifiers are his",
    query: Show,
    answer: PersonTies,
  },
  parting: {
    method: "GET",
    path: "/api/w/{workspace}/people/{person}/parting",
    summary: "Who somebody would fall apart into, were two of his identifiers not one person's",
    query: z.object({ a: Hash, b: Hash }),
    /** Hashes of his identifiers, by person. */
    answer: z.array(z.array(Hash)),
  },
  whoRules: {
    method: "GET",
    path: `${who}/rules`,
    summary: "How each kind of identifier links, and which identifiers link nobody",
    answer: z.strictObject({ kinds: z.array(KindRules), shared: z.array(SharedOne) }),
  },
  setWhoRules: {
    method: "PUT",
    path: `${who}/rules`,
    summary: "Change how kinds of identifiers link; everything is derived anew. Answers what was",
    body: z.record(z.string(), WhoRule),
    answer: z.record(z.string(), WhoRule),
  },
} as const;
