import type { Journey } from "../../../core/map/journey.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../app/client.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { compareText } from "./text.ts";
import type { Which } from "./which.ts";

/** What a row is about: its state, persona, scenario, and of a version when and as what it was kept. */
export function useStateLine(workspace: string, which: Which, journey: Journey): string {
  const t = compareText[useLanguage()];
  const f = useFormat();
  const { map } = which;
  const versions = useQuery({
    queryKey: ["versions", { workspace, map }],
    queryFn: ({ signal }) => call("versions", { workspace, map }, signal),
    enabled: which.version !== null,
  });
  const version = versions.data?.find(({ number }) => number === which.version);
  const { state, personas = [], scenario } = journey;
  return [
    t.state[state],
    ...(personas.length > 0 ? [personas.map(({ name }) => name).join(", ")] : []),
    ...(scenario === undefined ? [] : [scenario]),
    ...(version ? [version.name ?? t.kept, f.dateTime(version.at)] : []),
  ].join(" · ");
}
