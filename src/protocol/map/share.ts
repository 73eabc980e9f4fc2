import { z } from "zod";
import { Overlay } from "../../core/evidence/overlay.ts";
import { Journey } from "../../core/map/journey.ts";
import { LiveEvent } from "./live.ts";

export const ShareKind = z.enum(["read", "embed", "workshop", "note", "survey"]);
export type ShareKind = z.infer<typeof ShareKind>;

/** A link for people outside. Its secret is told once, when it is made. */
export const Share = z.strictObject({
  id: z.string(),
  kind: ShareKind,
  /** Are the figures from the data shown? */
  figures: z.boolean(),
  /** Name of who made it. */
  author: z.string(),
  at: z.string(),
  expires: z.string().nullable(),
  revoked: z.string().nullable(),
});
export type Share = z.infer<typeof Share>;

const path = "/api/w/{workspace}/maps/{map}";

export const shareEndpoints = {
  shares: {
    method: "GET",
    path: `${path}/shares`,
    summary: "Links to a map, newest first",
    answer: z.array(Share),
  },
  createShare: {
    method: "POST",
    path: `${path}/shares`,
    summary: "Make a link to a map for people outside",
    body: z.strictObject({
      /** `note`: who has the link writes field notes and sees no more than the titles of the map. */
      kind: z.enum(["read", "embed", "note"]),
      figures: z.boolean(),
      author: z.string().trim().min(1).max(80),
      expires: z.iso.datetime({ offset: true }).nullable().default(null),
    }),
    answer: z.strictObject({
      share: Share,
      /** The page stands at `/s/{secret}`, to be embedded at `/s/{secret}/embed`. */
      secret: z.string(),
    }),
  },
  revokeShare: {
    method: "DELETE",
    path: `${path}/shares/{share}`,
    summary: "Make a link work no more",
    answer: Share,
  },

  shared: {
    method: "GET",
    path: "/api/s/{secret}",
    summary: "The map behind a link, without the people who made it",
    answer: z.strictObject({
      kind: ShareKind,
      figures: z.boolean(),
      expires: z.string().nullable(),
      journey: Journey,
    }),
  },
  sharedOverlay: {
    method: "GET",
    path: "/api/s/{secret}/overlay",
    summary: "The figures over the map behind a link, where the link shows them",
    answer: Overlay,
  },
  sharedLive: {
    method: "GET",
    path: "/api/s/{secret}/live",
    summary: "The map behind a link each time it changes (server-sent events)",
    stream: true,
    answer: LiveEvent,
  },
  sharedPicture: {
    method: "GET",
    path: "/api/s/{secret}/pictures/{hash}",
    summary: "A picture on the map behind a link",
    download: true,
    answer: z.instanceof(Uint8Array),
  },
} as const;
