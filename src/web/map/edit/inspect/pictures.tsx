import { useState } from "react";
import type { Touchpoint } from "../../../../core/map/journey.ts";
import { useText } from "../../../language/text.ts";
import { useEditing } from "../editing.ts";
import { useAround } from "./around.ts";
import { WordsOf } from "./field.tsx";
import { Items } from "./items.tsx";

/** Pictures of a touchpoint: chosen, dropped here or pasted. */
export function Pictures({ of }: { readonly of: Touchpoint }) {
  const t = useText().inspect;
  const editing = useEditing();
  const around = useAround();
  const [trouble, setTrouble] = useState(false);
  if (!editing || !around) return null;
  const pictures = of.pictures ?? [];

  async function take(files: Iterable<File>) {
    setTrouble(false);
    for (const file of files) {
      if (!file.type.startsWith("image/")) continue;
      try {
        const hash = await around?.upload(file);
        const element = { id: editing?.newId("pi") ?? "", hash, alt: "" };
        const after = pictures.at(-1)?.id ?? null;
        editing?.edit(
          { do: "add", to: of.id, list: "pictures", after, element },
          t.added(t.one.picture),
        );
      } catch {
        setTrouble(true);
      }
    }
  }

  return (
    <div
      className="inspect-pictures"
      onPaste={(event) => {
        if (event.clipboardData.files.length > 0) void take([...event.clipboardData.files]);
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      }}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      <Items
        of={of}
        items={pictures}
        list="pictures"
        title={t.pictures}
        one={t.one.picture}
        name={({ alt }) => alt || t.one.picture}
      >
        {(picture) => (
          <>
            <img className="inspect-picture" src={around.address(picture.hash)} alt={picture.alt} />
            <AltOf picture={picture} />
          </>
        )}
      </Items>
      <label className="inspect-add">
        {t.add(t.one.picture)}
        <span>{t.teach.picture}</span>
        <input
          type="file"
          className="visually-hidden"
          accept="image/png,image/jpeg,image/webp,image/gif"
          multiple
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </label>
      {trouble && (
        <p className="inspect-note" role="alert">
          {t.pictureTrouble}
        </p>
      )}
    </div>
  );
}

/** An empty description is written as "", since every picture has one. */
function AltOf({ picture }: { readonly picture: { readonly id: string; readonly alt: string } }) {
  const t = useText().inspect;
  return (
    <WordsOf
      of={picture}
      field="alt"
      label={t.alt}
      max={300}
      needed
      {...(picture.alt === "" && { hint: t.altHint })}
    />
  );
}
