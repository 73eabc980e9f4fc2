import type { Note, Table } from "../../../protocol/map/workshop.ts";
import type { Deed } from "./deed.ts";

/** The table as it will be when the server has these deeds of the guest who sees it. */
export function withDeeds(table: Table, deeds: readonly Deed[], author: string): Table {
  return deeds.reduce((now, deed) => withDeed(now, deed, author), table);
}

function withDeed(table: Table, deed: Deed, author: string): Table {
  const { notes, left } = table;
  const note = notes.find(({ id }) => id === deed.note);
  if (deed.do === "write")
    return note ? table : { ...table, notes: [...notes, made(deed, author)] };
  if (!note) return table;
  if (deed.do === "take-back") {
    return { ...table, left: left + note.mine, notes: notes.filter((each) => each !== note) };
  }
  const more = deed.dots - note.mine;
  const voted = { ...note, mine: deed.dots, dots: note.dots + more };
  return {
    ...table,
    left: left - more,
    notes: notes.map((each) => (each === note ? voted : each)),
  };
}

function made({ note, element, kind, text, at }: Deed & { do: "write" }, author: string): Note {
  return { id: note, element, kind, text, author, at, dots: 0, mine: 0, own: true, adopted: null };
}
