import type { Table } from "../../../protocol/map/workshop.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { workshopText } from "./text.ts";

/** How many took part, wrote and voted so far. */
export function Tally({ table: { guests, notes } }: { readonly table: Table }) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  const given = notes.reduce((sum, { dots }) => sum + dots, 0);
  return (
    <p className="tally">
      {[
        t.guests(f.number(guests), guests === 1),
        t.notes(f.number(notes.length), notes.length === 1),
        t.dotsGiven(f.number(given), given === 1),
      ].join(" · ")}
    </p>
  );
}
