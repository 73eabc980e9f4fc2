import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../app/client.ts";
import { useWorkshops } from "./workshops.ts";

type Which = { readonly workshop: string; readonly note: string };

/** Takes a note away for everybody, as who leads the workshop. */
export function useRemoveNote() {
  const { workspace = "", map = "" } = useWorkshops() ?? {};
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: Which) => call("removeNote", { workspace, map, ...which }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["workshop"] }),
  });
}
