import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import type { FieldDraft } from "../../core/evidence/field-note.ts";
import type { ShownNote } from "../../protocol/evidence/field-note.ts";
import { useAnswer } from "../app/answer.ts";
import { call } from "../app/client.ts";
import { SideSheet } from "../app/side-sheet.tsx";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { drawn } from "../map/edit/identity.ts";
import { FieldBin } from "./field-bin.tsx";
import { asked, FieldFilter, whole } from "./field-filter.tsx";
import type { Chosen } from "./field-filter.tsx";
import { FieldLine } from "./field-line.tsx";
import { FieldLink } from "./field-link.tsx";
import { draftOf, NoteForm } from "./note-form.tsx";
import { fieldText } from "./text.ts";
import "./field.css";

const AT_ONCE = 50;

type Deed =
  | { readonly do: "write"; readonly id: string; readonly note: FieldDraft }
  | { readonly do: "change"; readonly before: ShownNote; readonly note: FieldDraft }
  | { readonly do: "delete" | "restore"; readonly before: ShownNote };

/** All that was noted in the field: found, read, written, and taken along. */
export function FieldRoute() {
  const workspace = useWorkspaceSlug();
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const { maps: of, at } = useSearch({ strict: false });
  const [chosen, setChosen] = useState<Chosen>({ ...whole, map: of ?? "", element: at ?? "" });
  const [shown, setShown] = useState(AT_ONCE);
  const wish = useDeferredValue(asked(chosen));
  const notes = useAnswer("fieldNotes", { workspace, ...wish, limit: shown, offset: 0 });
  const [open, setOpen] = useState<ShownNote | "new" | null>(null);
  const queries = useQueryClient();
  const deed = useMutation({
    mutationFn: (what: Deed) => perform(workspace, what),
    onSuccess: () => setOpen(null),
    onSettled: () => queries.invalidateQueries({ queryKey: ["fieldNotes"] }),
  });
  const isEmpty = notes.data?.total === 0 && Object.keys(asked(chosen)).length === 0;
  return (
    <div className="page field">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <p className="field-doors">
          <button type="button" className="button" onClick={() => setOpen("new")}>
            {t.add}
          </button>
          <FieldLink workspace={workspace} map={chosen.map} />
        </p>
      </header>
      {deed.isError && open === null && <Trouble error={deed.error} />}
      <Said done={deed.isSuccess ? deed.variables : null} onUndo={(what) => deed.mutate(what)} />
      {notes.isError ? (
        <Trouble error={notes.error} onAgain={() => void notes.refetch()} />
      ) : notes.data === undefined ? (
        <Waiting />
      ) : isEmpty ? (
        <section className="field-none">
          <h2>{t.none}</h2>
          <p>{t.noneHint}</p>
        </section>
      ) : (
        <>
          <FieldFilter workspace={workspace} chosen={chosen} onChange={setChosen}>
            <p className="quiet" role="status">
              {t.shown(f.number(notes.data.notes.length), f.number(notes.data.total))}
            </p>
          </FieldFilter>
          {notes.data.notes.length === 0 && <p>{t.noneFit}</p>}
          <ol className="field-notes" aria-busy={notes.isPlaceholderData || undefined}>
            {notes.data.notes.map((each) => (
              <FieldLine
                key={each.note.id}
                workspace={workspace}
                shown={each}
                onChange={() => setOpen(each)}
                onDelete={() => deed.mutate({ do: "delete", before: each })}
              />
            ))}
          </ol>
          {notes.data.total > notes.data.notes.length && (
            <button
              type="button"
              className="link-button"
              onClick={() => setShown(Math.min(shown + AT_ONCE, 500))}
            >
              {t.more}
            </button>
          )}
        </>
      )}
      <FieldBin
        workspace={workspace}
        onPutBack={(before) => deed.mutate({ do: "restore", before })}
      />
      <SideSheet
        className="field-sheet"
        title={open === "new" ? t.newNote : t.changeTitle}
        close={t.close}
        state={{
          isOpen: open !== null,
          onOpenChange: (isOpen) => {
            if (!isOpen) setOpen(null);
          },
        }}
      >
        {(close) => (
          <>
            <NoteForm
              workspace={workspace}
              note={open === "new" || open === null ? null : open.note}
              map={chosen.map}
              waiting={deed.isPending}
              onCancel={close}
              onSave={(note) =>
                deed.mutate(
                  open === "new" || open === null
                    ? { do: "write", id: drawn(24), note }
                    : { do: "change", before: open, note },
                )
              }
            />
            {deed.isError && <Trouble error={deed.error} />}
          </>
        )}
      </SideSheet>
    </div>
  );
}

/** What was just done, and the way back. */
function Said(props: { readonly done: Deed | null; readonly onUndo: (deed: Deed) => void }) {
  const t = fieldText[useLanguage()];
  const { done } = props;
  const back = done && undoOf(done);
  return (
    <div role="status" className="field-said">
      {done && back && (
        <p>
          {done.do === "delete" ? t.removed : t.changed}{" "}
          <button type="button" className="link-button" onClick={() => props.onUndo(back)}>
            {t.undo}
          </button>
        </p>
      )}
    </div>
  );
}

function undoOf(done: Deed): Deed | null {
  if (done.do === "delete") return { do: "restore", before: done.before };
  if (done.do !== "change") return null;
  const { note } = done.before;
  return {
    do: "change",
    before: { ...done.before, note: { ...note, ...done.note } },
    note: draftOf(note),
  };
}

async function perform(workspace: string, deed: Deed): Promise<void> {
  if (deed.do === "write") {
    const { id, note } = deed;
    await call("addFieldNote", { workspace, body: { id, note } });
    return;
  }
  const { id: note } = deed.before.note;
  if (deed.do === "change") await call("changeFieldNote", { workspace, note, body: deed.note });
  else if (deed.do === "delete") await call("deleteFieldNote", { workspace, note });
  else await call("restoreFieldNote", { workspace, note });
}
