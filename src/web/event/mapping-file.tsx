import { useState } from "react";
import { readMapping, writeMapping } from "../../core/event/mapping-file.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { useText } from "../language/text.ts";
import { ChooseMapping } from "./choose-mapping.tsx";

/** The mapping as a file: to keep, and to use again. */
export function MappingFile(props: {
  readonly mapping: Mapping | null;
  readonly onLoad: (mapping: Mapping) => void;
}) {
  const t = useText().import.mapping;
  const [problem, setProblem] = useState<string | null>(null);
  async function load(file: File) {
    try {
      props.onLoad(readMapping(await file.text()));
      setProblem(null);
    } catch (error) {
      setProblem(`${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return (
    <section className="mapping-file">
      {props.mapping !== null && <p className="quiet">{t.hint}</p>}
      <p className="import-tools">
        {props.mapping !== null && (
          <button
            type="button"
            className="link-button"
            onClick={() => props.mapping !== null && download(writeMapping(props.mapping))}
          >
            {t.save}
          </button>
        )}
        <ChooseMapping label={t.load} onChoose={(file) => void load(file)} />
      </p>
      {problem !== null && (
        <p className="pain preformatted" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function download(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = "mapping.yaml";
  link.click();
  URL.revokeObjectURL(link.href);
}
