import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Table, Workshop } from "../../../protocol/map/workshop.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { Invitation } from "./invitation.tsx";
import { LedNote } from "./led-note.tsx";
import { Sure } from "./sure.tsx";
import { Tally } from "./tally.tsx";
import { workshopText } from "./text.ts";
import { useRemoveNote } from "./use-remove-note.ts";
import { workshopCsv } from "./workshop-csv.ts";
import { useWorkshops } from "./workshops.ts";
import type { Workshops } from "./workshops.ts";

/** One workshop, for who leads it: its link while it is open, and its notes as they come in. */
export function OneWorkshop({ workshop }: { readonly workshop: Workshop }) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  const workshops = useWorkshops();
  if (workshops === null) return null;
  const { question, opened, closed } = workshop;
  return (
    <>
      <h3 className="workshop-question" dir="auto">
        {question}
      </h3>
      <p className="quiet">
        {closed === null ? t.running(f.dateTime(opened)) : t.held(f.date(opened))}
      </p>
      {closed === null && (
        <Invitation workspace={workshops.workspace} map={workshops.map} workshop={workshop.id} />
      )}
      <Led workshop={workshop} workshops={workshops} />
    </>
  );
}

type Led = { readonly workshop: Workshop; readonly workshops: Workshops };

function Led({ workshop, workshops }: Led) {
  const { workspace, map } = workshops;
  const { id, closed } = workshop;
  const t = workshopText[useLanguage()];
  const queries = useQueryClient();
  const table = useAnswer("workshop", { workspace, map, workshop: id });
  const again = () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [name] }) => name === "workshop" || name === "workshops",
    });
  const end = useMutation({
    mutationFn: () => call("closeWorkshop", { workspace, map, workshop: id }),
    onSettled: again,
  });
  const remove = useRemoveNote();
  if (table.data === undefined) {
    return table.isError ? (
      <Trouble error={table.error} onAgain={() => void table.refetch()} />
    ) : (
      <Waiting />
    );
  }
  const error = end.error ?? remove.error;
  return (
    <>
      <Tally table={table.data} />
      {error && <Trouble error={error} />}
      <label className="workshop-on-map">
        <input
          type="checkbox"
          checked={workshops.shown?.workshop.id === id}
          onChange={(event) => workshops.show(event.target.checked ? id : null)}
        />
        {t.onMap}
      </label>
      <Notes table={table.data} onRemove={(note) => remove.mutate({ workshop: id, note })} />
      {closed === null && (
        <Sure
          className="workshop-end"
          word={t.end}
          question={t.endSure}
          yes={t.yesEnd}
          no={t.no}
          onYes={() => end.mutate()}
        />
      )}
    </>
  );
}

function Notes(props: { readonly table: Table; readonly onRemove: (note: string) => void }) {
  const { workshop, notes } = props.table;
  const language = useLanguage();
  const t = workshopText[language];
  const journey = useEditing()?.journey;
  const heading = useRef<HTMLHeadingElement>(null);
  if (!journey) return null;
  return (
    <>
      <div className="led-head">
        <h4 ref={heading} tabIndex={-1}>
          {t.ranked}
        </h4>
        {notes.length > 0 && (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              save(workshopCsv(notes, journey, language), `${t.file}-${workshop.opened}`)
            }
          >
            {t.csv}
          </button>
        )}
      </div>
      {notes.length === 0 && <p className="quiet">{t.noNotes}</p>}
      <ol className="led-notes">
        {notes.map((note) => (
          <LedNote
            key={note.id}
            workshop={workshop}
            note={note}
            journey={journey}
            placed
            onRemove={() => {
              heading.current?.focus();
              props.onRemove(note.id);
            }}
          />
        ))}
      </ol>
    </>
  );
}

function save(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = `${name.slice(0, name.indexOf("T"))}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
