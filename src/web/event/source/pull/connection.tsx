import { useId, type HTMLInputTypeAttribute } from "react";
import { useAnswer } from "../../../app/answer.ts";
import { useLanguage } from "../../../language/language.ts";
import type { Draft, OriginKind } from "./draft.ts";
import { pullText } from "./text.ts";

type Props = {
  readonly kind: OriginKind;
  readonly draft: Draft;
  /** A secret is kept already. */
  readonly kept: boolean;
  readonly onChange: (draft: Draft) => void;
};

/** The fields of a connection, as its kind asks for them. */
export function Connection({ kind, draft, kept, onChange }: Props) {
  const t = pullText[useLanguage()];
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  });
  const secret = (label: string, required: boolean) => (
    <Field
      label={label}
      type="password"
      {...field("secret")}
      required={required && !kept}
      placeholder={kept ? t.kept : ""}
    />
  );
  switch (kind) {
    case "postgresql":
    case "mysql":
      return (
        <>
          <div className="pull-fields">
            <Field label={t.host} {...field("host")} required />
            <Field label={t.port} {...field("port")} required pattern="\d{1,5}" narrow />
            <Field label={t.database} {...field("database")} required />
            <Field label={t.user} {...field("user")} required />
            {secret(t.password, false)}
            <label>
              <span className="field-label">{t.tls}</span>
              <select
                value={draft.tls}
                onChange={({ target }) => onChange({ ...draft, tls: target.value as Draft["tls"] })}
              >
                {(["verified", "unverified", "none"] as const).map((each) => (
                  <option key={each} value={each}>
                    {t.tlsKinds[each]}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <p className="quiet">{t.reads}</p>
        </>
      );
    case "address":
      return (
        <>
          <div className="pull-fields">
            <Field label={t.url} type="url" {...field("url")} required wide />
            <Field label={t.urlUser} {...field("user")} />
            {secret(t.urlSecret, false)}
          </div>
          <p className="quiet">{t.urlHint}</p>
        </>
      );
    case "bucket":
      return (
        <>
          <div className="pull-fields">
            <Field label={t.endpoint} type="url" {...field("endpoint")} required wide />
            <Field label={t.region} {...field("region")} required />
            <Field label={t.bucket} {...field("bucket")} required />
            <Field label={t.prefix} {...field("prefix")} />
            <Field label={t.files} {...field("files")} />
            <Field label={t.accessKey} {...field("accessKey")} />
            {secret(t.secretKey, draft.accessKey !== "")}
          </div>
          <p className="quiet">{t.filesHint}</p>
        </>
      );
    case "folder":
      return <Folder {...{ draft, onChange }} />;
  }
}

function Folder({ draft, onChange }: Pick<Props, "draft" | "onChange">) {
  const t = pullText[useLanguage()];
  const id = useId();
  const folders = useAnswer("pullFolders", {}).data ?? [];
  return (
    <>
      <div className="pull-fields">
        <Field
          label={t.folder}
          value={draft.path}
          onChange={(path) => onChange({ ...draft, path })}
          required
          wide
          list={id}
          placeholder={folders[0] ?? ""}
        />
        <datalist id={id}>
          {folders.map((folder) => (
            <option key={folder}>{folder}</option>
          ))}
        </datalist>
        <Field
          label={t.files}
          value={draft.files}
          onChange={(files) => onChange({ ...draft, files })}
        />
      </div>
      <p className="quiet">
        {t.filesHint} · {t.folderHint}
      </p>
    </>
  );
}

function Field({
  label,
  type = "text",
  narrow = false,
  wide = false,
  onChange,
  ...input
}: {
  readonly label: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly narrow?: boolean;
  readonly wide?: boolean;
  readonly pattern?: string;
  readonly placeholder?: string;
  readonly list?: string;
}) {
  return (
    <label data-narrow={narrow || undefined} data-wide={wide || undefined}>
      <span className="field-label">{label}</span>
      <input
        {...input}
        type={type}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
