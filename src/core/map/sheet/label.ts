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
  const labels = new Strips();
  const placed = new Map<number, readonly [number, number]>();
  for (const request of requests) {
    const { key, width, height, places } = request;
    const xs = places.map(([x]) => x);
    const left = Math.min(...xs) - width / 2;
    const across = Math.max(...xs) + width / 2 - left;
    const taken = [...obstacles(request), ...labels.near(left, across)];
    let best: { place: readonly [number, number]; box: Box; cost: number } | null = null;
    for (const [rank, place] of places.entries()) {
      const box = { x: place[0] - width / 2, y: place[1] - height / 2, width, height };
      const cost = taken.reduce((sum, other) => sum + overlap(box, other), 0) + rank * 2;
      if (best === null || cost < best.cost) best = { place, box, cost };
    }
    if (best === null) continue;
    placed.set(key, best.place);
    labels.add(best.box);
  }
  return placed;
}

/** Wider than most labels. */
const STRIP = 128;

/** Boxes by the upright strips of the picture in which they lie, so that far ones need no looking at. */
class Strips {
  readonly #strips = new Map<number, Box[]>();

  add(box: Box): void {
    for (const strip of stripsOf(box.x, box.width)) {
      const there = this.#strips.get(strip);
      if (there) there.push(box);
      else this.#strips.set(strip, [box]);
    }
  }

  near(x: number, width: number): ReadonlySet<Box> {
    return new Set(stripsOf(x, width).flatMap((strip) => this.#strips.get(strip) ?? []));
  }
}

function stripsOf(x: number, width: number): number[] {
  const first = Math.floor(x / STRIP);
  const last = Math.floor((x + width) / STRIP);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Area that two boxes share. */
export function overlap(one: Box, other: Box): number {
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const high = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}
