import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Overlay } from "../../core/evidence/overlay.ts";
import { seenByGuests, seenByNoters, seenFromOutside } from "../../core/map/outside.ts";
import type { Journey } from "../../core/map/journey.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Engine } from "../../engine/port.ts";
import type { LiveEvent } from "../../protocol/map/live.ts";
import type { Documents } from "../documents/documents.ts";
import { addShare, listShares, revokeShare, type FoundShare } from "../documents/share.ts";
import type { Handlers } from "../handlers.ts";
import { asking } from "../question/asking.ts";
import type { Streamed } from "../streamed.ts";
import type { Desk } from "./desk.ts";
import { laidOver } from "./laid-over.ts";
import { openMap } from "./open-map.ts";
import type { Drawing } from "./drawing.ts";
import { newSecret, outsider } from "./outsider.ts";
import { pictureDownload } from "./picture-handlers.ts";
import type { Shelf } from "./shelf.ts";

/** To people outside, changes of a map are told at most this often, in milliseconds. */
const CALM = 250;
/** How many of the seats around a map people outside may take. */
const OUTSIDE = 150;

/** Handlers of links for people outside, and of what they see. */
export function shareHandlers(parts: {
  engine: Engine;
  documents: Documents;
  desk: Desk;
  shelf: Shelf;
}): Pick<
  Handlers,
  | "shares"
  | "createShare"
  | "revokeShare"
  | "shared"
  | "sharedOverlay"
  | "sharedLive"
  | "sharedPicture"
> {
  const { documents, desk } = parts;

  async function come({ secret }: { secret: string }) {
    const share = await outsider(documents, secret, Date.now());
    return { share, drawing: await desk.drawing(share.workspace, share.map) };
  }

  return {
    async shares({ params }) {
      return listShares(documents, (await openMap(parts, params)).place);
    },
    async createShare({ params, body }) {
      const { place, drawing } = await openMap(parts, params);
      if (body.expires !== null && Date.parse(body.expires) <= Date.now())
        throw new AppError("bad-request", message("share-past"));
      const { secret, hash } = newSecret();
      // Who notes something in the field sees titles, never figures.
      const figures = body.figures && body.kind !== "note";
      const made = { ...body, figures, id: randomUUID(), hash, workshop: null };
      const share = await addShare(documents, place, made);
      drawing.audience.changed("shares");
      return { share, secret };
    },
    async revokeShare({ params }) {
      const { place, drawing } = await openMap(parts, params);
      const revoked = await revokeShare(documents, place, params.share);
      drawing.audience.changed("shares");
      return revoked;
    },

    async shared({ params }) {
      const { share, drawing } = await come(params);
      const { kind, figures, expires } = share;
      return { kind, figures, expires, journey: shownBy(share, drawing.journey) };
    },
    async sharedOverlay({ params, signal }) {
      const { share, drawing } = await come(params);
      if (!share.figures) throw new AppError("forbidden", message("no-figures"));
      const asked = await asking(parts, share.slug, {}, signal);
      return withoutPeople(await laidOver(parts, asked, drawing.journey, true));
    },
    async sharedLive({ params, signal }) {
      const { share, drawing } = await come(params);
      const valid = async () => {
        const now = await outsider(documents, params.secret, Date.now()).catch(absent);
        return now !== null;
      };
      return fromOutside(drawing, share, valid, signal);
    },
    async sharedPicture({ params }) {
      const { share, drawing } = await come(params);
      const shown = shownBy(share, drawing.journey)
        .episodes.flatMap(({ touchpoints }) => touchpoints)
        .some(({ pictures = [] }) => pictures.some(({ hash }) => hash === params.hash));
      if (!shown) throw new AppError("not-found", message("no-picture"));
      return pictureDownload(documents, share.workspace, params.hash);
    },
  };
}

/** As much of a map as a link is for. */
function shownBy(share: FoundShare, journey: Journey): Journey {
  if (share.kind === "note" || share.kind === "survey") return seenByNoters(journey);
  return share.kind === "workshop" ? seenByGuests(journey) : seenFromOutside(journey, share);
}

/** Null for a link that works no more. */
function absent(error: unknown): null {
  if (error instanceof AppError && error.code === "not-found") return null;
  throw error;
}

/** The figures without what leads to single customers or to data that is not on the map. */
function withoutPeople(figures: Overlay): Overlay {
  const touchpoints = figures.touchpoints.map((each) => ({
    ...each,
    quotes: each.quotes.map((quote) => ({ ...quote, person: "" })),
  }));
  return { ...figures, touchpoints, unbound: [] };
}

/** The stream of a map as people outside may follow it: the map when it changed, and the workshop. */
async function* fromOutside(
  drawing: Drawing,
  share: FoundShare,
  valid: () => Promise<boolean>,
  signal: AbortSignal,
): AsyncGenerator<Streamed<LiveEvent>> {
  for await (const { event } of drawing.audience.follow(null, null, signal, OUTSIDE)) {
    // Withdrawing a link is told to all who follow, so that its streams end here at once.
    if (!(await valid())) return;
    if (event.type === "changed" && event.what === "workshop") yield { event };
    if (event.type !== "map" && event.type !== "commands") continue;
    const { seq } = drawing;
    const journey = shownBy(share, drawing.journey);
    yield { id: String(seq), event: { type: "map", seq, journey } };
    await pause(CALM);
  }
}
