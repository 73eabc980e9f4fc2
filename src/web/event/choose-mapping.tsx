import { useId } from "react";

/** A word that lets one choose a mapping file; the same file may be chosen again. */
export function ChooseMapping(props: {
  readonly label: string;
  readonly onChoose: (file: File) => void;
}) {
  const id = useId();
  return (
    <span>
      <input
        id={id}
        className="visually-hidden file-input"
        type="file"
        accept=".yaml,.yml"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) props.onChoose(file);
        }}
      />
      <label htmlFor={id} className="file-more">
        {props.label}
      </label>
    </span>
  );
}
