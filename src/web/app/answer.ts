import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import type { EndpointName } from "../../protocol/endpoint.ts";
import { call } from "./client.ts";
import type { Answer, CallParams } from "./client.ts";
import { usePainted } from "./painted.tsx";

/**
 * The answer to a call, kept while the next one is on its way as long as it is about the same
 * workspace, so that a changed filter does not empty the page.
 */
export function useAnswer<N extends EndpointName>(
  name: N,
  params: CallParams<N>,
  options: { refetchInterval?: (data: Answer<N> | undefined) => number | false } = {},
): UseQueryResult<Answer<N>> {
  const { refetchInterval } = options;
  const painted = usePainted();
  return useQuery<Answer<N>, Error, Answer<N>, [string, CallParams<N>]>({
    queryKey: [name, params],
    queryFn: ({ signal }) => call(name, params, signal),
    enabled: painted,
    placeholderData: (data, query) =>
      workspaceOf(query?.queryKey[1]) === workspaceOf(params) ? data : undefined,
    ...(refetchInterval && {
      refetchInterval: (query) =>
        query.state.status === "error" ? false : refetchInterval(query.state.data),
    }),
  } as Parameters<typeof useQuery<Answer<N>, Error, Answer<N>, [string, CallParams<N>]>>[0]);
}

function workspaceOf(params: unknown): unknown {
  return (params as { workspace?: string } | undefined)?.workspace;
}
