import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonTies, Tie } from "../../../protocol/identity/who.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useLanguage } from "../../language/language.ts";
import { useActor } from "../../people/request/actor.tsx";
import { lookAgain } from "./decided.ts";
import { tiesText } from "./text.ts";

/** Who somebody falls apart into when a tie of his is cut, before it is. */
export function Parting(props: {
  readonly workspace: string;
  readonly all: PersonTies;
  readonly tie: Tie;
  readonly onDone: () => void;
}) {
  const { workspace, all, tie, onDone } = props;
  const t = tiesText[useLanguage()];
  const by = useActor();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const { a, b } = tie;
  const parts = useAnswer("parting", { workspace, person: all.person, a, b });
  const cut = useMutation({
    mutationFn: () => {
      const body = { a, b, says: "apart" as const, by: by ?? "" };
      return call("decide", { workspace, body: reason.trim() === "" ? body : { ...body, reason } });
    },
    onSuccess: async () => {
      await lookAgain(queries, workspace);
      onDone();
    },
  });
  if (parts.isError) return <Trouble error={parts.error} onAgain={() => void parts.refetch()} />;
  if (parts.data === undefined) return <Waiting />;
  return (
    <div className="ties-parting">
      <p>{t.parting(parts.data.length)}</p>
      <ol>
        {parts.data.map((some) => (
          <li key={some[0]}>
            {all.identifiers
              .filter(({ hash }) => some.includes(hash))
              .map(({ hash, kind, value, rows }) => (
                <span key={hash} className="ties-identifier">
                  <span className="quiet">{kind}</span> {value}{" "}
                  <span className="quiet">{t.events(rows)}</span>
                </span>
              ))}
          </li>
        ))}
      </ol>
      <label>
        <span className="field-label">{t.reason}</span>
        <input
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="ties-buttons">
        <button
          type="button"
          className="button"
          disabled={by === null || cut.isPending}
          onClick={() => cut.mutate()}
        >
          {t.confirm}
        </button>
        <button type="button" className="link-button" onClick={onDone}>
          {t.cancel}
        </button>
      </p>
      {cut.error && <Trouble error={cut.error} />}
    </div>
  );
}
