import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { adopt, type Adoption } from "../../../core/question/fit/adopt.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../../map/edit/editing.ts";
import { useNotice } from "../../map/edit/notice.tsx";
import { fitText } from "./text.ts";

/**
 * Takes over on the map what the data shows, as one change that can be taken back; what the map says is
 * then held against the data anew. Null where the map may not be changed.
 */
export function useAdopting(workspace: string, map: string) {
  const t = fitText[useLanguage()];
  const editing = useEditing();
  const notice = useNotice();
  const queries = useQueryClient();
  const state = editing?.state;
  const before = useRef(state);
  useEffect(() => {
    const saved = state === "saved" && before.current === "saving";
    before.current = state;
    if (saved) void queries.invalidateQueries({ queryKey: ["fit", { workspace, map }] });
  }, [state, queries, workspace, map]);
  if (!editing?.allowed) return null;
  return (adoption: Adoption, what: string) => {
    const command = adopt(editing.journey, adoption, editing.newId);
    const said = t.adopted[adoption.do](what);
    if (command && editing.edit(command, said)) notice({ text: said, undo: said });
  };
}
