import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Filter } from "../../core/question/filter.ts";
import { isEverything, readFilter } from "./filter-change.ts";

/** The filter that stands in the address, and a way to put another there. */
export function useFilter(): [Filter, (filter: Filter) => void] {
  const search: { filter?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = useMemo(() => readFilter(search.filter), [search.filter]);
  const change = (next: Filter) => {
    void navigate({
      to: ".",
      search: (before: Record<string, unknown>) => {
        const { filter: _, offset: __, ...rest } = before;
        return isEverything(next) ? rest : { ...rest, filter: next };
      },
    } as Parameters<typeof navigate>[0]);
  };
  return [filter, change];
}
