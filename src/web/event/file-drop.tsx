import { useId, useState } from "react";
import type { DragEvent } from "react";
import { useText } from "../language/text.ts";

/** A place to drop files, and the same as a button. */
export function FileDrop(props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly small?: boolean;
}) {
  const t = useText().import;
  const id = useId();
  const [over, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    props.onFiles([...event.dataTransfer.files]);
  }
  const choose = (
    <>
      <input
        id={id}
        className="visually-hidden file-input"
        type="file"
        multiple
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <label htmlFor={id} className={props.small ? "file-more" : "button"}>
        {props.small ? t.addMore : t.choose}
      </label>
    </>
  );
  if (props.small) return <span>{choose}</span>;
  return (
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="drop-words">{t.drop}</p>
      {choose}
      <p className="quiet">{t.formats}</p>
    </div>
  );
}
