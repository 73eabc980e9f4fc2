/** The ids of a journey file and the places that point at them. */
type Pointing = { readonly persona?: string | undefined };
type Ids = {
  readonly personas?: readonly { readonly id: string }[] | undefined;
  readonly episodes: readonly {
    readonly id: string;
    readonly touchpoints: readonly {
      readonly id: string;
      readonly emotions?: readonly Pointing[] | undefined;
      readonly quotes?: readonly Pointing[] | undefined;
    }[];
  }[];
  readonly transitions?: readonly { readonly from: string; readonly to: string }[] | undefined;
};

type Place = { readonly path: readonly (string | number)[]; readonly id: string };
export type BrokenReference = { readonly path: (string | number)[]; readonly message: string };

/** Ids that stand twice, and references to a persona or touchpoint that is not there. */
export function brokenReferences(journey: Ids): BrokenReference[] {
  const personas = places(journey.personas, ["personas"]);
  const episodes = places(journey.episodes, ["episodes"]);
  const drawn = journey.episodes.flatMap((episode, e) =>
    episode.touchpoints.map((touchpoint, t) => ({
      touchpoint,
      path: ["episodes", e, "touchpoints", t],
    })),
  );
  const touchpoints = drawn.map(({ touchpoint, path }) => ({
    path: [...path, "id"],
    id: touchpoint.id,
  }));
  const felt = drawn.flatMap(({ touchpoint, path }) => [
    ...pointers(touchpoint.emotions, [...path, "emotions"]),
    ...pointers(touchpoint.quotes, [...path, "quotes"]),
  ]);
  const ways = (journey.transitions ?? []).flatMap(({ from, to }, i) => [
    { path: ["transitions", i, "from"], id: from },
    { path: ["transitions", i, "to"], id: to },
  ]);
  return [
    ...twice([...personas, ...episodes, ...touchpoints]),
    ...dangling(felt, personas, "persona"),
    ...dangling(ways, touchpoints, "touchpoint"),
  ];
}

function places(items: readonly { id: string }[] | undefined, path: Place["path"]): Place[] {
  return (items ?? []).map(({ id }, i) => ({ path: [...path, i, "id"], id }));
}

function pointers(items: readonly Pointing[] | undefined, path: Place["path"]): Place[] {
  return (items ?? []).flatMap(({ persona }, i) =>
    persona === undefined ? [] : [{ path: [...path, i, "persona"], id: persona }],
  );
}

function twice(ids: readonly Place[]): BrokenReference[] {
  const seen = new Set<string>();
  return ids.flatMap(({ path, id }) => {
    const again = seen.has(id);
    seen.add(id);
    return again ? [{ path: [...path], message: `${id} stands here a second time` }] : [];
  });
}

function dangling(ids: readonly Place[], known: readonly Place[], what: string): BrokenReference[] {
  const there = new Set(known.map(({ id }) => id));
  return ids
    .filter(({ id }) => !there.has(id))
    .map(({ path, id }) => ({
      path: [...path],
      message: `there is no ${what} ${id} in this file`,
    }));
}
