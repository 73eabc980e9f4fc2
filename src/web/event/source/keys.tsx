import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { LiveSource, SourceKey } from "../../../protocol/event/source.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { Copied } from "../../app/copied.tsx";
import { sourceText } from "./text.ts";

type Props = { readonly workspace: string; readonly source: LiveSource };

/** The keys of a source: made, shown, withdrawn. */
export function Keys({ workspace, source: { name, webhook, keys } }: Props) {
  const t = sourceText[useLanguage()];
  const f = useFormat();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: ["sources"] });
  const make = useMutation({
    mutationFn: (kind: SourceKey["kind"]) =>
      call("addKey", { workspace, source: name, body: { kind } }),
    onSuccess: ({ key, secret }) => {
      setSecret(key.kind === "server" ? secret : null);
      return again();
    },
  });
  const revoke = useMutation({
    mutationFn: (key: string) => call("revokeKey", { workspace, source: name, key }),
    onSuccess: again,
  });
  const failed = make.error ?? revoke.error;
  return (
    <>
      <ul className="source-keys">
        {keys.map(({ id, kind, shown, made, revoked }) => (
          <li key={id} data-over={revoked !== null || undefined}>
            <code>{shown}</code>
            <span className="quiet">
              {t.kind[kind]} ·{" "}
              {revoked === null ? t.made(f.dateTime(made)) : t.revoked(f.dateTime(revoked))}
            </span>
            {revoked === null && (
              <button
                type="button"
                className="link-button"
                aria-label={`${t.revoke}: ${shown}`}
                disabled={revoke.isPending}
                onClick={() => revoke.mutate(id)}
              >
                {t.revoke}
              </button>
            )}
          </li>
        ))}
      </ul>
      {secret !== null && (
        <div className="source-secret">
          <p>{t.once}</p>
          <Copied label={t.key} text={secret} />
        </div>
      )}
      <p className="import-tools">
        {(["write", "server"] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="link-button"
            disabled={make.isPending}
            onClick={() => make.mutate(kind)}
          >
            {kind === "write" ? t.newWrite : t.newServer}
          </button>
        ))}
        <span className="quiet">{webhook ? t.hookHint : t.writeHint}</span>
      </p>
      {failed && <Trouble error={failed} />}
    </>
  );
}
