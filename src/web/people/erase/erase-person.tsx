import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../app/client.ts";
import { useAnswer } from "../../app/answer.ts";
import { SideSheet } from "../../app/side-sheet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { UnknownActor, useActor } from "../request/actor.tsx";
import { EraseNumbers } from "./erase-numbers.tsx";
import { Proof } from "./proof.tsx";
import { eraseText } from "./text.ts";
import "./erase.css";

type Props = {
  readonly workspace: string;
  readonly person: string;
  /** The request in the register that it answers. */
  readonly request?: string;
};

/** Erases somebody: first what goes, in numbers; then how far it is; then the proof. */
export function ErasePerson(props: Props) {
  const t = eraseText[useLanguage()];
  return (
    <SideSheet open={t.erase} title={t.erase} close={t.close} className="erase-sheet">
      {() => <Erasing {...props} />}
    </SideSheet>
  );
}

function Erasing({ workspace, person, request }: Props) {
  const t = eraseText[useLanguage()];
  const who = useActor();
  const [forGood, setForGood] = useState(false);
  const queries = useQueryClient();
  // The request that it answers is closed with it, and its line with this sheet: once the proof was read.
  useEffect(
    () => () => {
      for (const changed of ["privacyRequests", "privacyDue"])
        void queries.invalidateQueries({ queryKey: [changed] });
    },
    [queries],
  );
  const preview = useQuery({
    queryKey: ["previewErasure", workspace, person],
    queryFn: ({ signal }) =>
      call("previewErasure", { workspace, body: { people: [person] } }, signal),
    gcTime: 0,
  });
  const erase = useMutation({
    mutationFn: () =>
      call("erase", {
        workspace,
        body: {
          people: [person],
          who: who ?? "",
          forGood,
          ...(request !== undefined && { request }),
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["erasures"] }),
  });
  if (erase.data !== undefined) return <Progress workspace={workspace} erasure={erase.data.id} />;
  return (
    <form
      className="erase-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (who !== null && !erase.isPending) erase.mutate();
      }}
    >
      {preview.isError ? (
        <Trouble error={preview.error} onAgain={() => void preview.refetch()} />
      ) : preview.data === undefined ? (
        <p role="status">{t.counting}</p>
      ) : (
        <EraseNumbers preview={preview.data} />
      )}
      <label className="erase-choice">
        <input
          type="checkbox"
          checked={forGood}
          onChange={(event) => setForGood(event.target.checked)}
        />
        <span>
          {t.forGood}
          <span className="quiet">{t.forGoodHint}</span>
        </span>
      </label>
      <UnknownActor apart />
      <p>{t.cannot}</p>
      {erase.isError && <Trouble error={erase.error} />}
      <button
        type="submit"
        className="button"
        disabled={who === null || preview.data === undefined || erase.isPending}
      >
        {t.confirm}
      </button>
    </form>
  );
}

/** How far an erasure is, and its proof once it is over. */
function Progress({
  workspace,
  erasure,
}: {
  readonly workspace: string;
  readonly erasure: number;
}) {
  const t = eraseText[useLanguage()];
  const queries = useQueryClient();
  const { data, error } = useAnswer(
    "erasure",
    { workspace, erasure: String(erasure) },
    {
      refetchInterval: (last) => {
        if (last === undefined || last.state === "running") return 500;
        void queries.invalidateQueries({ queryKey: ["erasures"] });
        return false;
      },
    },
  );
  if (error) return <Trouble error={error} />;
  return (
    <div role="status">
      {data === undefined || data.state === "running" ? (
        <p className="erase-step">{t.steps[data?.step ?? "waiting"]} …</p>
      ) : (
        <Proof erasure={data} />
      )}
    </div>
  );
}
