import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { SideSheet } from "../../app/side-sheet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import type { Door } from "../doors/door.ts";
import { difference } from "../../../core/map/difference.ts";
import { useEditing } from "../edit/editing.ts";
import { drawn, rememberedName } from "../edit/identity.ts";
import { versionsText } from "./text.ts";
import { CompareForm } from "./compare-form.tsx";
import { VersionLine } from "./version-line.tsx";
import "./versions.css";

type Which = { readonly workspace: string; readonly map: string };

/** The door to the versions of a map. */
export function useVersionsDoor(which: Which): Door {
  const { open, title, close } = versionsText[useLanguage()];
  return {
    key: "versions",
    words: open,
    room: (state) => (
      <SideSheet className="versions-sheet" {...{ title, close, state }}>
        {() => <VersionList {...which} />}
      </SideSheet>
    ),
  };
}

type Deed =
  | { readonly do: "keep"; readonly name: string }
  | { readonly do: "name"; readonly number: number; readonly name: string }
  | { readonly do: "restore"; readonly number: number };

function VersionList({ workspace, map }: Which) {
  const t = versionsText[useLanguage()];
  const versions = useAnswer("versions", { workspace, map });
  const f = useFormat();
  const queries = useQueryClient();
  const editing = useEditing();
  const [author] = useState(() => ({ client: drawn(16), name: rememberedName() ?? t.someone }));
  const deed = useMutation({
    mutationFn: async (asked: Deed): Promise<unknown> => {
      if (asked.do === "keep")
        return call("keepVersion", { workspace, map, body: { author, name: asked.name } });
      const number = String(asked.number);
      if (asked.do === "restore") return restore(number);
      return call("nameVersion", { workspace, map, number, body: { author, name: asked.name } });
    },
    onSettled: () => queries.invalidateQueries(),
  });

  /** An older state comes back by one change of one's own, so that Ctrl+Z takes it back. */
  async function restore(number: string): Promise<void> {
    if (!editing?.allowed)
      return void (await call("restoreVersion", { workspace, map, number, body: { author } }));
    const then = await call("version", { workspace, map, number });
    await call("keepVersion", { workspace, map, body: { author, name: null } });
    const kept = versions.data?.find((version) => String(version.number) === number);
    const named = kept?.name ?? f.dateTime(kept?.at ?? null);
    if (!editing.edit(difference(editing.journey, then), t.restoredFrom(named)))
      throw new Error(t.notRestored);
  }

  const restored = deed.isSuccess && deed.variables.do === "restore";
  return (
    <>
      <p className="versions-about">{t.about}</p>
      <KeepForm waiting={deed.isPending} onKeep={(name) => deed.mutate({ do: "keep", name })} />
      {deed.isError && <Trouble error={deed.error} />}
      <p role="status" className="versions-said">
        {restored && t.restored}
      </p>
      {versions.isError ? (
        <Trouble error={versions.error} onAgain={() => void versions.refetch()} />
      ) : versions.data === undefined ? (
        <Waiting />
      ) : versions.data.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <>
          <CompareForm workspace={workspace} map={map} versions={versions.data} />
          <ol className="versions-list">
            {versions.data.map((version) => (
              <VersionLine
                key={version.number}
                workspace={workspace}
                map={map}
                version={version}
                waiting={deed.isPending}
                onName={(name) => deed.mutate({ do: "name", number: version.number, name })}
                onRestore={() => deed.mutate({ do: "restore", number: version.number })}
              />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function KeepForm(props: { readonly waiting: boolean; readonly onKeep: (name: string) => void }) {
  const t = versionsText[useLanguage()];
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    props.onKeep(name.trim());
    setName("");
  };
  return (
    <form className="versions-keep" onSubmit={submit}>
      <label>
        <span className="field-label">{t.nameNow}</span>
        <input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={props.waiting || name.trim() === ""}>
        {t.keep}
      </button>
    </form>
  );
}
