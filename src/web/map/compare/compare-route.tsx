import { useQueries } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Drawn } from "../../../core/map/compare.ts";
import type { Journey } from "../../../core/map/journey.ts";
import type { Filter } from "../../../core/question/filter.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { ComparePage } from "./compare-page.tsx";
import { Pickers } from "./pickers.tsx";
import { compareText } from "./text.ts";
import { readWhich, writeWhich, type Which } from "./which.ts";
import "../grid.css";
import "./compare.css";

/** States of a journey above each other, or several maps under each other; the address says which. */
export function CompareRoute() {
  const workspace = useWorkspaceSlug();
  const t = compareText[useLanguage()];
  const navigate = useNavigate();
  const chosen = readWhich(useSearch({ strict: false }).maps ?? "");
  const maps = useAnswer("maps", { workspace });
  if (maps.isError) return <Trouble error={maps.error} onAgain={() => void maps.refetch()} />;
  if (maps.data === undefined) return <Waiting />;
  return (
    <div className="page compare">
      <header className="page-head">
        <h1>{t.title}</h1>
        {chosen.length < 2 && <p className="lead">{t.lead}</p>}
        <Pickers
          key={writeWhich(chosen)}
          workspace={workspace}
          maps={maps.data}
          chosen={chosen}
          onChoose={(which) =>
            void navigate({
              to: "/w/$workspace/compare",
              params: { workspace },
              search: { maps: writeWhich(which) },
            })
          }
        />
      </header>
      {chosen.length > 1 && <Compared workspace={workspace} chosen={chosen} />}
    </div>
  );
}

function Compared(props: { readonly workspace: string; readonly chosen: readonly Which[] }) {
  const { workspace, chosen } = props;
  const journeys = useQueries({
    queries: chosen.map(({ map, version }) => ({
      queryKey:
        version === null ? ["map", { workspace, map }] : ["version", { workspace, map, version }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        version === null
          ? call("map", { workspace, map }, signal)
          : call("version", { workspace, map, number: String(version) }, signal),
    })),
  });
  const loaded = journeys.map(({ data }) => data);
  const overlays = useQueries({
    queries: chosen.map(({ map }, at) => {
      const filter = filterOf(loaded[at]);
      return {
        queryKey: ["overlay", { workspace, map, filter }],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          call("overlay", { workspace, map, filter }, signal),
        enabled: hasFigures(chosen, loaded[at]),
      };
    }),
  });
  const failed = [...journeys, ...overlays].find(({ isError }) => isError);
  if (failed?.error) return <Trouble error={failed.error} onAgain={() => void failed.refetch()} />;
  const states = loaded.flatMap((journey, at): Drawn[] =>
    journey === undefined ? [] : [{ journey, overlay: overlays[at]?.data ?? null }],
  );
  if (states.length < chosen.length) return <Waiting />;
  return <ComparePage workspace={workspace} chosen={chosen} states={states} />;
}

/** Figures are about today: not about a state that is not there yet, nor about an earlier drawing. */
function hasFigures(chosen: readonly Which[], journey: Journey | undefined): boolean {
  return journey?.state === "current" && chosen.every(({ version }) => version === null);
}

/** A map of one persona is about the customers of that persona. */
function filterOf(journey: Journey | undefined): Filter {
  const { personas = [] } = journey ?? {};
  const [persona] = personas;
  return personas.length === 1 && persona?.predicate ? { segment: persona.id } : {};
}
