import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { DragEvent } from "react";
import { message, say } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { addressOf, readAnswer, Refusal, type Answer } from "../../app/client.ts";
import { troubleWords } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import "./map-file.css";

const MEGABYTES = 10;

/** A map from a file, dropped or chosen. Where something is to be told of it, that comes first. */
export function MapFileDrop(props: {
  readonly workspace: string;
  /** Something else is being made. */
  readonly waiting: boolean;
  /** The map is there, and what was to be told of it has been read. */
  readonly onStored: (map: string) => void;
}) {
  const { workspace, waiting, onStored } = props;
  const t = useText().mapFile;
  const language = useLanguage();
  const id = useId();
  const [over, setOver] = useState(false);
  const bring = useMutation({
    mutationFn: (file: File) => sent(workspace, file),
    onSuccess: ({ journey, report }) => {
      if (report.length === 0) onStored(journey.id);
    },
  });
  const take = (files: Iterable<File>) => {
    const [file] = files;
    if (file && !waiting && !bring.isPending) bring.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const stored = bring.data;
  if (stored && stored.report.length > 0)
    return <Told stored={stored} onOpen={onStored} onAnother={() => bring.reset()} />;
  return (
    <section
      className="map-file"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{t.title}</h2>
      <p>{t.about}</p>
      {bring.isError && (
        <div className="map-file-refused" role="alert">
          <h3>{t.refused}</h3>
          <p>{troubleWords(bring.error, language)}</p>
        </div>
      )}
      <p className="quiet">{t.drop}</p>
      <div>
        <input
          id={id}
          className="visually-hidden map-file-input"
          type="file"
          disabled={waiting || bring.isPending}
          onChange={(event) => {
            take(event.target.files ?? []);
            event.target.value = "";
          }}
        />
        <label htmlFor={id} className="button" data-waiting={bring.isPending || undefined}>
          {bring.isPending ? t.reading : t.choose}
        </label>
      </div>
    </section>
  );
}

async function sent(workspace: string, file: File): Promise<Answer<"importMap">> {
  const { name, size } = file;
  if (size > MEGABYTES * 1024 * 1024)
    throw new AppError("too-much", message("map-file-too-large", { name, megabytes: MEGABYTES }));
  const response = await fetch(addressOf(endpoints.importMap, { workspace, name }), {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
  }).catch((cause: unknown) => {
    throw new Refusal("unreachable", name, { cause });
  });
  return readAnswer("importMap", response.ok, await response.text());
}

/** What is to be told of a map that came in. */
function Told(props: {
  readonly stored: Answer<"importMap">;
  readonly onOpen: (map: string) => void;
  readonly onAnother: () => void;
}) {
  const { journey, report } = props.stored;
  const t = useText().mapFile;
  const language = useLanguage();
  const lines = [...new Set(report.map((told) => say(told, language)))];
  return (
    <section className="map-file map-file-told" role="status">
      <h2>{t.stored(journey.title)}</h2>
      <p>{t.remarks}</p>
      {/* A long list is read by scrolling, which has to be possible by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label={t.remarks}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="map-file-deeds">
        <button type="button" className="button" onClick={() => props.onOpen(journey.id)}>
          {t.open}
        </button>
        <button type="button" className="word-button" onClick={props.onAnother}>
          {t.another}
        </button>
      </div>
    </section>
  );
}
