import { z } from "zod";
import { Basis, Consent, Purpose, Said } from "../../core/people/consent.ts";
import { ConsentOverview } from "../../core/people/consent-overview.ts";
import { Actor, Day } from "../../core/people/request.ts";

const path = "/api/w/{workspace}";
const Word = z.enum(["yes", "no"]);
const Words = z.string().trim().min(1).max(5000);

/** A link by which a customer sees what he agreed to. */
export const ConsentLink = z.strictObject({
  id: z.string(),
  author: z.string(),
  at: z.string(),
  expires: z.string(),
  revoked: z.string().nullable(),
});
export type ConsentLink = z.infer<typeof ConsentLink>;

/** What a customer sees of himself by his link. */
export const OwnConsent = z.strictObject({
  /** Name of the workspace. */
  of: z.string(),
  /** By what he is known, masked. */
  about: z.string(),
  expires: z.string(),
  purposes: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string(),
      text: z.string(),
      state: z.enum(["yes", "no", "none"]),
      /** When he said so last. */
      since: z.string().nullable(),
    }),
  ),
});
export type OwnConsent = z.infer<typeof OwnConsent>;

export const consentEndpoints = {
  purposes: {
    method: "GET",
    path: `${path}/privacy/purposes`,
    summary: "What data is used for, with every version of the texts that people agreed to",
    answer: z.array(Purpose),
  },
  consentOverview: {
    method: "GET",
    path: `${path}/privacy/consent`,
    summary: "How many people agreed and withdrew, per purpose and month",
    answer: ConsentOverview,
  },
  putPurpose: {
    method: "PUT",
    path: `${path}/privacy/purposes/{purpose}`,
    summary: "Make or change a purpose; its texts stay",
    body: z.strictObject({
      who: Actor,
      name: z.string().trim().min(1).max(120),
      description: z.string().trim().max(1000).default(""),
      basis: Basis,
      aliases: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
      ended: z.boolean().default(false),
    }),
    answer: Purpose,
  },
  addPurposeText: {
    method: "POST",
    path: `${path}/privacy/purposes/{purpose}/texts`,
    summary: "A new version of the text that people agree to; the old ones stay",
    body: z
      .strictObject({ who: Actor, since: Day, nl: Words.optional(), en: Words.optional() })
      .refine(({ nl, en }) => nl !== undefined || en !== undefined, "a text in nl or en"),
    answer: Purpose,
  },
  keepConsent: {
    method: "POST",
    path: `${path}/consent`,
    summary: "Keep what somebody said about purposes; in force as soon as it is answered",
    body: z.strictObject({
      /** Kind of identifier → value, as files and systems write it. */
      who: z
        .record(z.string().min(1).max(100), z.string().trim().min(1).max(400))
        .refine((who) => Object.keys(who).length > 0, "at least one identifier"),
      /** Purpose → yes or no. */
      consents: z
        .record(z.string().trim().min(1).max(100), Word)
        .refine((said) => Object.keys(said).length > 0, "at least one purpose"),
      /** Version of the text that he saw. */
      text: z.string().max(100).default(""),
      /** The way: form, phone, letter, … */
      how: z.string().max(100).default("api"),
      /** When he said it; without it, now. */
      time: z.iso.datetime({ offset: true }).optional(),
    }),
    answer: z.strictObject({ kept: z.number().int() }),
  },
  personConsent: {
    method: "GET",
    path: `${path}/people/{person}/consent`,
    summary: "How a person stands to each purpose, and all that he said before",
    answer: z.strictObject({ consents: z.array(Consent), history: z.array(Said) }),
  },
  sayForPerson: {
    method: "POST",
    path: `${path}/people/{person}/consent`,
    summary: "Note what a person says about a purpose, as he says it to somebody",
    body: z.strictObject({
      who: Actor,
      purpose: z.string(),
      said: Word,
      how: z.enum(["phone", "letter", "email", "person"]).default("phone"),
    }),
    answer: z.strictObject({ consents: z.array(Consent), history: z.array(Said) }),
  },

  consentLinks: {
    method: "GET",
    path: `${path}/people/{person}/consent-links`,
    summary: "Links by which a person sees what he agreed to, newest first",
    answer: z.array(ConsentLink),
  },
  addConsentLink: {
    method: "POST",
    path: `${path}/people/{person}/consent-links`,
    summary: "Make a link by which a person sees and changes what he agreed to",
    body: z.strictObject({ who: Actor, days: z.number().int().min(1).max(365).default(30) }),
    answer: z.strictObject({
      link: ConsentLink,
      /** The page stands at `/c/{secret}`; told once. */
      secret: z.string(),
    }),
  },
  revokeConsentLink: {
    method: "DELETE",
    path: `${path}/people/{person}/consent-links/{link}`,
    summary: "Make such a link work no more",
    answer: ConsentLink,
  },
  ownConsent: {
    method: "GET",
    path: "/api/c/{secret}",
    summary: "What the one who has this link agreed to",
    query: z.object({ language: z.enum(["nl", "en"]).optional() }),
    answer: OwnConsent,
  },
  sayOwnConsent: {
    method: "POST",
    path: "/api/c/{secret}",
    summary: "Give or withdraw consent by one's own link",
    body: z.strictObject({
      purpose: z.string(),
      said: Word,
      language: z.enum(["nl", "en"]).default("nl"),
    }),
    answer: OwnConsent,
  },
} as const;
