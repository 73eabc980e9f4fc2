import { createContext, useContext } from "react";
import type { Journey } from "../../../../core/map/journey.ts";
import type { Facets } from "../../../../core/question/answers.ts";

/** What the fields of a map need of the workspace around it. */
export type Around = {
  /** What is in the data; null while it is on its way, and without any. */
  readonly facets: Facets | null;
  /** The other maps of the workspace. */
  readonly maps: readonly { readonly id: string; readonly title: string }[];
  /** One of them as a whole. */
  readonly journey: (map: string) => Promise<Journey>;
  /** Makes another, with nothing on it yet. */
  readonly newMap: (title: string) => Promise<{ readonly id: string }>;
  /** How many journeys customers make who fit a predicate, of how many. */
  readonly size: (
    predicate: Readonly<Record<string, string[]>>,
  ) => Promise<{ readonly journeys: number; readonly of: number }>;
  /** Sends a picture; its hash comes back. */
  readonly upload: (picture: Blob) => Promise<string>;
  /** Where the picture of a hash is. */
  readonly address: (hash: string) => string;
};

export const AroundContext = createContext<Around | null>(null);

export function useAround(): Around | null {
  return useContext(AroundContext);
}
