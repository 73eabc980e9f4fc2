import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { endpoints } from "../../../../protocol/endpoint.ts";
import { useAnswer } from "../../../app/answer.ts";
import { addressOf, call, readAnswer } from "../../../app/client.ts";
import { useLanguage } from "../../../language/language.ts";
import { AroundContext } from "./around.ts";
import type { Around } from "./around.ts";

type Props = { readonly workspace: string; readonly children: ReactNode };

/** Gives the fields below it what the workspace knows: its data, its maps and its pictures. */
export function InspectWorkspace({ workspace, children }: Props) {
  const language = useLanguage();
  const queries = useQueryClient();
  const facets = useAnswer("facets", { workspace }).data ?? null;
  const maps = useAnswer("maps", { workspace }).data;
  const around = useMemo<Around>(
    () => ({
      facets,
      maps: (maps ?? []).map(({ id, title }) => ({ id, title })),
      journey: (map) => call("map", { workspace, map }),
      async newMap(title) {
        const made = await call("createMap", { workspace, body: { title, language } });
        await Promise.all(
          ["maps", "portfolio"].map((name) =>
            queries.invalidateQueries({ queryKey: [name, { workspace }] }),
          ),
        );
        return made;
      },
      async size(attributes) {
        const { shown } = await call("overview", { workspace, filter: { attributes } });
        return shown;
      },
      async upload(picture) {
        const response = await fetch(addressOf(endpoints.uploadPicture, { workspace }), {
          method: "POST",
          headers: { "content-type": "application/octet-stream" },
          body: picture,
        });
        return readAnswer("uploadPicture", response.ok, await response.text()).hash;
      },
      address: (hash) => addressOf(endpoints.picture, { workspace, hash }),
    }),
    [workspace, facets, maps, language, queries],
  );
  return <AroundContext value={around}>{children}</AroundContext>;
}
