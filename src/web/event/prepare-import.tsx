import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Preview } from "../../core/event/import.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { sourceOfFile } from "../../core/event/source-of-file.ts";
import { call } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { useText } from "../language/text.ts";
import { FileMapping } from "./file-mapping.tsx";
import { lacking } from "./column-roles.ts";
import { FileDrop } from "./file-drop.tsx";
import { JourneyCutChoice } from "./journey-cut.tsx";
import { MappingFile } from "./mapping-file.tsx";
import { SentFiles } from "./sent-files.tsx";
import { useLater } from "./use-later.ts";
import { useSentFiles } from "./use-sent-files.ts";

/** Send files, see what they hold, correct what the columns mean, start. */
export function PrepareImport({ workspace }: { readonly workspace: string }) {
  const t = useText().import;
  const sent = useSentFiles(workspace);
  const [chosen, setChosen] = useState<Mapping | null>(null);
  const settled = useLater(chosen, 400);
  const uploads = sent.files.flatMap(({ upload }) => (upload === null ? [] : [upload]));
  const ready = uploads.length > 0 && uploads.length === sent.files.length;
  const guessed = usePreview(workspace, uploads, null, ready);
  const corrected = usePreview(workspace, uploads, settled, ready && settled !== null);
  const asked = settled === null ? guessed : corrected;
  const preview = corrected.data ?? guessed.data;
  const mapping = chosen ?? preview?.mapping;

  if (sent.files.length === 0) {
    return (
      <>
        <FileDrop onFiles={sent.add} />
        <MappingFile mapping={chosen} onLoad={setChosen} />
      </>
    );
  }
  return (
    <>
      <SentFiles files={sent.files} onRemove={sent.remove} />
      <p className="import-tools">
        <FileDrop small onFiles={sent.add} />
        <button
          type="button"
          className="link-button"
          onClick={() => {
            sent.clear();
            setChosen(null);
          }}
        >
          {t.startOver}
        </button>
      </p>
      {ready && asked.isLoading && <p className="waiting">{t.reading}</p>}
      {asked.isError && <Trouble error={asked.error} onAgain={() => void asked.refetch()} />}
      {mapping !== undefined && preview !== undefined && (
        <div>
          {preview.previews.map((file, place) => (
            <FileMapping
              key={file.upload}
              file={file}
              events={preview.events.filter((event) => event.file === file.name)}
              mapping={mapping}
              onChange={setChosen}
              startOpen={place === 0}
            />
          ))}
          <JourneyCutChoice
            mapping={mapping}
            events={preview.events.map(({ event }) => event)}
            onChange={setChosen}
          />
          <MappingFile mapping={mapping} onLoad={setChosen} />
          <StartImport
            workspace={workspace}
            uploads={uploads}
            mapping={mapping}
            ready={ready && !asked.isError && isComplete(mapping, preview.previews)}
          />
        </div>
      )}
    </>
  );
}

/** Does every file that a source is about have all that its rows need? */
function isComplete(mapping: Mapping, files: readonly Preview[]): boolean {
  return files.every(({ name }) => {
    const rows = mapping.sources[sourceOfFile(mapping, name)]?.rows ?? [];
    return rows.every((row) => lacking(row).length === 0);
  });
}

/** What is in the files under a mapping, or under the one that the server guesses. */
function usePreview(
  workspace: string,
  uploads: string[],
  mapping: Mapping | null,
  enabled: boolean,
) {
  return useQuery({
    queryKey: ["preview", workspace, uploads, mapping],
    queryFn: ({ signal }) => {
      const body = { uploads, ...(mapping !== null && { mapping }) };
      return call("preview", { workspace, body }, signal);
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}

function StartImport(props: {
  readonly workspace: string;
  readonly uploads: readonly string[];
  readonly mapping: Mapping;
  readonly ready: boolean;
}) {
  const { workspace, uploads, mapping } = props;
  const t = useText().import;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () => call("startImport", { workspace, body: { uploads: [...uploads], mapping } }),
    onSuccess: async (status) => {
      await queries.invalidateQueries({ queryKey: ["imports"] });
      await navigate({
        to: "/w/$workspace/import",
        params: { workspace },
        search: { import: status.id },
      });
    },
  });
  return (
    <div className="import-start">
      {start.isError && <Trouble error={start.error} />}
      <button
        type="button"
        className="button"
        disabled={!props.ready || start.isPending}
        onClick={() => start.mutate()}
      >
        {start.isPending ? t.starting : t.start}
      </button>
    </div>
  );
}
