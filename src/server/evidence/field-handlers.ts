import { fieldCsv } from "../../core/evidence/field-csv.ts";
import { personaOf, type FieldDraft, type FieldNote } from "../../core/evidence/field-note.ts";
import { plain } from "../../core/map/field.ts";
import type { Journey } from "../../core/map/journey.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { FieldWish, ShownNote } from "../../protocol/evidence/field-note.ts";
import type { Documents } from "../documents/documents.ts";
import {
  addFieldNote,
  fieldNoteBin,
  changeFieldNote,
  findFieldNote,
  listFieldNotes,
} from "../documents/field-note.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "../map/desk.ts";
import { outsider } from "../map/outsider.ts";
import { Pace } from "../map/pace.ts";

const MINUTE = 60_000;
/** Notes that come by one link in a minute at most, and in all. */
const [A_MINUTE, IN_ALL] = [600, 20_000];
/** Rows that a file of notes has at most. */
const EXPORTED = 50_000;

type Names =
  | "fieldNotes"
  | "fieldNotesCsv"
  | "addFieldNote"
  | "changeFieldNote"
  | "deleteFieldNote"
  | "restoreFieldNote"
  | "sendFieldNote";

/** Handlers of field notes: for the team, and for who writes one by a link. */
export function fieldHandlers(parts: {
  documents: Documents;
  desk: Pick<Desk, "drawing" | "journey">;
}): Pick<Handlers, Names> {
  const { documents, desk } = parts;
  const eachLink = new Pace(A_MINUTE, MINUTE);

  const idOf = async (slug: string) => (await findWorkspace(documents, slug)).id;

  /** The notes with the titles of what they are about, as the maps are now. */
  async function titled(workspace: number, notes: readonly FieldNote[]): Promise<ShownNote[]> {
    const maps = new Map<string, Journey | null>();
    for (const map of new Set(notes.flatMap((note) => note.map ?? []))) {
      maps.set(map, await desk.journey(workspace, map).catch(absent));
    }
    const titles = new Map<Journey, Map<string, string>>();
    return notes.map((note) => {
      const map = note.map === null ? null : (maps.get(note.map) ?? null);
      if (map && !titles.has(map)) titles.set(map, titlesIn(map));
      const titleOf = (id: string) => (map && titles.get(map)?.get(id)) ?? null;
      const persona = map?.personas?.find(({ id }) => id === personaOf(note))?.name ?? null;
      const about = note.elements.map((id) => ({ id, title: titleOf(id) }));
      return { note, map: map?.title ?? null, persona, about };
    });
  }

  async function one(workspace: number, note: FieldNote): Promise<ShownNote> {
    const [shown] = await titled(workspace, [note]);
    return shown!;
  }

  /** Tells who has one of these maps open that notes about it came or went. */
  async function tell(workspace: number, ...maps: readonly (string | null)[]): Promise<void> {
    for (const map of new Set(maps)) {
      if (map === null) continue;
      const drawing = await desk.drawing(workspace, map).catch(absent);
      drawing?.audience.changed("research");
    }
  }

  async function list(slug: string, wish: FieldWish, limit: number, offset: number) {
    const workspace = await idOf(slug);
    const { notes, total } = await listFieldNotes(documents, workspace, { ...wish, limit, offset });
    return { notes: await titled(workspace, notes), total };
  }

  return {
    async fieldNotes({ params, query: { limit, offset, ...wish } }) {
      return list(params.workspace, wish, limit, offset);
    },
    async fieldNotesCsv({ params, query: { language, ...wish } }) {
      const { notes } = await list(params.workspace, wish, EXPORTED, 0);
      const rows = notes.map(({ note, map, about }) => ({
        note,
        map,
        about: about.map(({ id, title }) => title ?? id),
      }));
      return {
        type: "text/csv; charset=utf-8",
        bytes: new TextEncoder().encode(fieldCsv(rows, language)),
        headers: { "Content-Disposition": 'attachment; filename="field-notes.csv"' },
      };
    },
    async addFieldNote({ params, body: { id, note } }) {
      const workspace = await idOf(params.workspace);
      if (note.map !== null) await desk.journey(workspace, note.map);
      await addFieldNote(documents, workspace, {
        id,
        note: kept(note),
        share: null,
        most: 0,
      });
      await tell(workspace, note.map);
      return one(workspace, await findFieldNote(documents, workspace, id));
    },
    async changeFieldNote({ params, body }) {
      const workspace = await idOf(params.workspace);
      const before = await findFieldNote(documents, workspace, params.note);
      if (body.map !== null && body.map !== before.map) await desk.journey(workspace, body.map);
      const changed = await changeFieldNote(documents, workspace, params.note, kept(body));
      await tell(workspace, before.map, changed.map);
      return one(workspace, changed);
    },
    async deleteFieldNote({ params }) {
      const workspace = await idOf(params.workspace);
      const { map } = await fieldNoteBin.move(documents, workspace, params.note, true);
      await tell(workspace, map);
      return { ok: true };
    },
    async restoreFieldNote({ params }) {
      const workspace = await idOf(params.workspace);
      const note = await fieldNoteBin.move(documents, workspace, params.note, false);
      await tell(workspace, note.map);
      return one(workspace, note);
    },
    async sendFieldNote({ params, body: { id, quote, ...sent } }) {
      const now = Date.now();
      const share = await outsider(documents, params.secret, now);
      if (share.kind !== "note") throw new AppError("not-found", message("no-share"));
      if (!eachLink.allows(share.id, now))
        throw new AppError("unavailable", message("too-many-notes"));
      const note = {
        ...sent,
        map: share.map,
        person: null,
        segment: null,
        quotes: quote === null ? [] : [{ id: "q", text: quote, by: null }],
        n: 1,
        pain: null,
        opportunity: null,
        picture: null,
      };
      const told = { id, note: kept(note), share: share.id, most: IN_ALL };
      if (!(await addFieldNote(documents, share.workspace, told)))
        throw new AppError("conflict", message("field-link-full", { most: IN_ALL }));
      await tell(share.workspace, share.map);
      return { ok: true };
    },
  };
}

/** A note as the store can hold it: without what is no character. */
function kept(note: FieldDraft): FieldDraft {
  return plain(note) as FieldDraft;
}

/** What the episodes and touchpoints of a map are called. */
function titlesIn({ episodes }: Journey): Map<string, string> {
  const all = episodes.flatMap((episode) => [episode, ...episode.touchpoints]);
  return new Map(all.map(({ id, title }) => [id, title]));
}

/** Null for a map that is not there any more. */
function absent(error: unknown): null {
  if (error instanceof AppError && error.code === "not-found") return null;
  throw error;
}
