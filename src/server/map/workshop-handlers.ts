import { randomUUID } from "node:crypto";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Table, Workshop } from "../../protocol/map/workshop.ts";
import type { Documents, Statements } from "../documents/documents.ts";
import type { MapPlace } from "../documents/map-log.ts";
import { addShare } from "../documents/share.ts";
import {
  addNote,
  addWorkshop,
  adoptNote,
  closeWorkshop,
  countGuests,
  findWorkshop,
  giveDots,
  listNotes,
  listWorkshops,
  removeNote,
} from "../documents/workshop.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "./desk.ts";
import { openMap } from "./open-map.ts";
import { newSecret, outsider } from "./outsider.ts";
import { Pace } from "./pace.ts";

/** Notes that one workshop holds at most. */
const NOTES = 2000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Handlers of workshops: for who leads one, and for guests who come by its link. */
export function workshopHandlers(parts: {
  documents: Documents;
  desk: Desk;
}): Pick<
  Handlers,
  | "workshops"
  | "openWorkshop"
  | "inviteToWorkshop"
  | "workshop"
  | "closeWorkshop"
  | "adoptNote"
  | "removeNote"
  | "joined"
  | "addNote"
  | "takeBackNote"
  | "vote"
> {
  const { documents, desk } = parts;
  const [eachGuest, eachLink] = [new Pace(40, MINUTE), new Pace(1500, MINUTE)];

  async function open(params: { workspace: string; map: string }) {
    const { place, drawing } = await openMap(parts, params);
    return { place, tell: () => drawing.audience.changed("workshop") };
  }

  /** The workshop that a guest came to. */
  async function come(secret: string) {
    const { workspace, map, workshop } = await outsider(documents, secret, Date.now());
    if (workshop === null) throw new AppError("not-found", message("no-workshop"));
    const place = { workspace, map };
    const drawing = await desk.drawing(workspace, map);
    const tell = () => drawing.audience.changed("workshop");
    return { id: workshop, place, drawing, tell };
  }

  function slowly(secret: string, guest: string): void {
    const now = Date.now();
    if (!eachLink.allows(secret, now) || !eachGuest.allows(`${secret} ${guest}`, now))
      throw new AppError("unavailable", message("too-many-notes"));
  }

  async function seen(workshop: Workshop, guest: string | null): Promise<Table> {
    const notes = await listNotes(documents, workshop.id, guest);
    const given = notes.reduce((sum, { mine }) => sum + mine, 0);
    const guests = await countGuests(documents, workshop.id);
    return { workshop, notes, guests, left: workshop.dots - given };
  }

  return {
    async workshops({ params }) {
      return listWorkshops(documents, (await open(params)).place);
    },
    async openWorkshop({ params, body }) {
      const { place, tell } = await open(params);
      const opened = await documents.transaction(async (statements) => {
        const workshop = await addWorkshop(statements, place, { ...body, id: randomUUID() });
        return { workshop, secret: await link(statements, place, workshop.id, body.author) };
      });
      tell();
      return opened;
    },
    async inviteToWorkshop({ params, body }) {
      const { place } = await open(params);
      const { id, closed } = await findWorkshop(documents, place, params.workshop);
      if (closed !== null) throw new AppError("conflict", message("workshop-closed"));
      return { secret: await link(documents, place, id, body.author) };
    },
    async workshop({ params }) {
      const { place } = await open(params);
      return seen(await findWorkshop(documents, place, params.workshop), null);
    },
    async closeWorkshop({ params }) {
      const { place, tell } = await open(params);
      const { id } = await findWorkshop(documents, place, params.workshop);
      const closed = await closeWorkshop(documents, id);
      tell();
      return closed;
    },
    async adoptNote({ params, body }) {
      const { place, tell } = await open(params);
      const { id } = await findWorkshop(documents, place, params.workshop);
      if (!(await adoptNote(documents, id, params.note, body.as))) noNote();
      tell();
      return { ok: true };
    },
    async removeNote({ params }) {
      const { place, tell } = await open(params);
      const { id } = await findWorkshop(documents, place, params.workshop);
      if (!(await removeNote(documents, id, params.note, null))) noNote();
      tell();
      return { ok: true };
    },

    async joined({ params, query }) {
      const { id, place } = await come(params.secret);
      return seen(await findWorkshop(documents, place, id), query.guest);
    },
    async addNote({ params, body }) {
      const { id: workshop, tell } = await come(params.secret);
      const { guest, id = randomUUID(), ...note } = body;
      slowly(params.secret, guest.id);
      const written = { ...note, id, author: guest.name, guest: guest.id };
      await addNote(documents, workshop, written, NOTES);
      tell();
      const notes = await listNotes(documents, workshop, guest.id);
      return must(
        notes.find((each) => each.id === id),
        "the new note",
      );
    },
    async takeBackNote({ params, query }) {
      const { id, place, tell } = await come(params.secret);
      const { closed } = await findWorkshop(documents, place, id);
      if (closed !== null) throw new AppError("conflict", message("workshop-closed"));
      if (!(await removeNote(documents, id, params.note, query.guest))) noNote();
      tell();
      return { ok: true };
    },
    async vote({ params, body }) {
      const { id, tell } = await come(params.secret);
      slowly(params.secret, body.guest.id);
      const given = { note: params.note, guest: body.guest.id, dots: body.dots };
      const left = await documents.transaction((statements) => giveDots(statements, id, given));
      tell();
      return { left };
    },
  };
}

/** Makes a link to a workshop; resolves to its secret. */
async function link(
  statements: Statements,
  place: MapPlace,
  workshop: string,
  author: string,
): Promise<string> {
  const { secret, hash } = newSecret();
  const expires = new Date(Date.now() + 30 * DAY).toISOString();
  const made = { id: randomUUID(), hash, figures: false, author, expires, workshop };
  await addShare(statements, place, { ...made, kind: "workshop" });
  return secret;
}

function noNote(): never {
  throw new AppError("not-found", message("no-note"));
}
