import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Mute } from "../../../core/question/alerts/alert.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useActor } from "../../people/request/actor.tsx";
import { placeWords } from "./say-alert.ts";

/** What nobody wants to hear of, to be heard of again. */
export function MutedList({ muted }: { readonly muted: readonly Mute[] }) {
  const workspace = useWorkspaceSlug();
  const t = useText().alerts;
  const format = useFormat();
  const who = useActor();
  const queries = useQueryClient();
  const unmute = useMutation({
    mutationFn: ({ at, to }: Mute) =>
      call("muteAlerts", {
        workspace,
        body: { at: at.code, to: to?.code ?? null, muted: false, who: who ?? "" },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["alerts"] }),
  });
  if (muted.length === 0) return <p className="none">{t.noneMuted}</p>;
  return (
    <>
      <ul className="alerts-muted">
        {muted.map((mute) => (
          <li key={`${mute.at.code} ${mute.to?.code}`}>
            <span>{placeWords(mute, t)}</span>{" "}
            <span className="quiet">{t.mutedBy(mute.who, format.date(mute.made))}</span>{" "}
            <button
              type="button"
              className="link-button"
              disabled={who === null || unmute.isPending}
              onClick={() => unmute.mutate(mute)}
            >
              {t.unmute}
            </button>
          </li>
        ))}
      </ul>
      {unmute.isError && <Trouble error={unmute.error} />}
    </>
  );
}
