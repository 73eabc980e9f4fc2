/** A box on the picture, in pixels. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type LabelRequest = {
  readonly key: number;
  readonly width: number;
  readonly height: number;
  /** Centres where the label may stand, best first. */
  readonly places: readonly (readonly [x: number, y: number])[];
};

/**
 * Puts each label where it covers least: of the obstacles around it, and of the labels placed before
 * it. Labels that matter most come first. Returns the centre for each key.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: (request: LabelRequest) => readonly Box[],
): Map<number, readonly [number, number]> {
  const labels: Box[] = [];
  const placed = new Map<number, readonly [number, number]>();
  for (const request of requests) {
    const { key, width, height, places } = request;
    const taken = [...obstacles(request), ...labels];
    let best: { place: readonly [number, number]; box: Box; cost: number } | null = null;
    for (const [rank, place] of places.entries()) {
      const box = { x: place[0] - width / 2, y: place[1] - height / 2, width, height };
      const cost = taken.reduce((sum, other) => sum + overlap(box, other), 0) + rank * 2;
      if (best === null || cost < best.cost) best = { place, box, cost };
    }
    if (best === null) continue;
    placed.set(key, best.place);
    labels.push(best.box);
  }
  return placed;
}

/** Area that two boxes share. */
export function overlap(one: Box, other: Box): number {
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const high = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}
