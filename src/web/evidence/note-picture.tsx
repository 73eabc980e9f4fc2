import { useMutation } from "@tanstack/react-query";
import type { FieldDraft } from "../../core/evidence/field-note.ts";
import { endpoints } from "../../protocol/endpoint.ts";
import { addressOf, readAnswer } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { useLanguage } from "../language/language.ts";
import { fieldText } from "./text.ts";

type Picture = FieldDraft["picture"];

/** A picture with a note: of a shelf, a letter, a queue. */
export function NotePicture(props: {
  readonly workspace: string;
  readonly picture: Picture;
  readonly onChange: (picture: Picture) => void;
}) {
  const t = fieldText[useLanguage()];
  const { workspace, picture, onChange } = props;
  const send = useMutation({
    mutationFn: async (file: File) => {
      const response = await fetch(addressOf(endpoints.uploadPicture, { workspace }), {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      return readAnswer("uploadPicture", response.ok, await response.text());
    },
    onSuccess: ({ hash }) => onChange({ hash, alt: "" }),
  });
  return (
    <div className="note-picture">
      {picture ? (
        <>
          <img
            className="field-picture"
            src={addressOf(endpoints.picture, { workspace, hash: picture.hash })}
            alt={picture.alt}
          />
          <label>
            <span className="field-label">{t.pictureAlt}</span>
            <input
              type="text"
              maxLength={300}
              value={picture.alt}
              onChange={({ target }) => onChange({ ...picture, alt: target.value })}
            />
          </label>
          <button type="button" className="link-button" onClick={() => onChange(null)}>
            {t.dropPicture}
          </button>
        </>
      ) : (
        <label>
          <span className="field-label">{`${t.picture} (${t.optional})`}</span>
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp,image/gif"
            aria-label={t.choosePicture}
            disabled={send.isPending}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) send.mutate(file);
            }}
          />
        </label>
      )}
      {send.isError && <Trouble error={send.error} />}
    </div>
  );
}
