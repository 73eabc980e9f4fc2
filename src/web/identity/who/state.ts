import { useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { WhoState } from "../../../protocol/identity/who.ts";
import { useAnswer } from "../../app/answer.ts";

/** While something runs it is asked again this often, in milliseconds. */
const FRESH = 700;

/** How it stands with who is who; when something that ran is over, all that depends on it is asked anew. */
export function useWhoState(workspace: string): UseQueryResult<WhoState> {
  const queries = useQueryClient();
  const busy = (state: WhoState | undefined) =>
    state !== undefined && (state.searching !== null || state.deriving !== null);
  const answer = useAnswer(
    "who",
    { workspace },
    { refetchInterval: (state) => (busy(state) ? FRESH : false) },
  );
  const was = useRef(false);
  const is = busy(answer.data);
  useEffect(() => {
    if (was.current && !is)
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "who" });
    was.current = is;
  }, [is, queries]);
  return answer;
}
