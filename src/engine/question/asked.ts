import type { Segments } from "../../core/question/segment.ts";
import type { Filter } from "../../core/question/filter.ts";

/** What every question gets: whose data, which journeys, and a way to stop. */
export type Asked = {
  readonly ws: number;
  readonly filter: Filter;
  readonly segments: Segments;
  readonly signal?: AbortSignal | undefined;
};
