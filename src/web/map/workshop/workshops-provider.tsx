import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { useAdoption } from "./use-adoption.ts";
import { WorkshopsContext } from "./workshops.ts";
import type { Workshops } from "./workshops.ts";

type Props = {
  readonly workspace: string;
  readonly map: string;
  readonly children: ReactNode;
};

/** Knows the workshops of a map. The notes of the newest stand on the map while it is open. */
export function WorkshopsProvider({ workspace, map, children }: Props) {
  const { data: list } = useAnswer("workshops", { workspace, map });
  const [chosen, setChosen] = useState<string | null>();
  const newest = list?.find(({ closed }) => closed === null)?.id ?? null;
  const id = chosen === undefined ? newest : chosen;
  const { data } = useQuery({
    queryKey: ["workshop", { workspace, map, workshop: id }],
    queryFn: ({ signal }) => call("workshop", { workspace, map, workshop: id ?? "" }, signal),
    enabled: id !== null,
  });
  const adopt = useAdoption(workspace, map);
  const shown = id === null ? null : (data ?? null);
  const workshops = useMemo(
    (): Workshops => ({ workspace, map, list, shown, show: setChosen, adopt }),
    [workspace, map, list, shown, adopt],
  );
  return <WorkshopsContext value={workshops}>{children}</WorkshopsContext>;
}
