import { useQueries } from "@tanstack/react-query";
import type { Journey } from "../../../core/map/journey.ts";
import { call } from "../../app/client.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { compareText } from "./text.ts";
import type { Which } from "./which.ts";

/**
 * What tells states apart: of versions their name and moment; else that it is the current or a future
 * one, its scenario or its title, with its number where that does not help.
 */
export function useNames(
  workspace: string,
  chosen: readonly Which[],
  journeys: readonly Journey[],
): string[] {
  const t = compareText[useLanguage()];
  const f = useFormat();
  const versions = useQueries({
    queries: chosen.map(({ map, version }) => ({
      queryKey: ["versions", { workspace, map }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call("versions", { workspace, map }, signal),
      enabled: version !== null,
    })),
  });
  if (chosen.some(({ version }) => version !== null))
    return chosen.map(({ version }, at) => {
      const found = versions[at]?.data?.find(({ number }) => number === version);
      return found ? `${found.name ?? t.kept}, ${f.dateTime(found.at)}` : t.now;
    });
  const states = journeys.map(({ state }) => state);
  if (new Set(states).size === states.length) return states.map((state) => t.state[state]);
  const titles = journeys.map(({ title, scenario }) => scenario ?? title);
  if (new Set(titles).size === titles.length) return titles;
  return titles.map((title, at) => `${at + 1} ${title}`);
}
