/** Distances between n things, row by row and the same both ways, and how many each stands for. */
export type Things = {
  readonly n: number;
  readonly distances: Float32Array;
  readonly weights: readonly number[];
};

export type Clusters = {
  /** Places of the medoids, and of each thing the place in this list of its nearest. */
  readonly medoids: readonly number[];
  readonly nearest: readonly number[];
  /** Weighted sum of the distances to the nearest medoid. */
  readonly cost: number;
};

/** Rounds of exchanges at most; in practice a handful do. */
const ROUNDS = 60;
/** What an exchange must bring: more than rounding. */
const GAIN = 1e-6;

/**
 * `k` things that stand for all with the least distance from each thing to its nearest: begun greedily
 * (BUILD of Kaufman & Rousseeuw 1990), then exchanged as soon as that helps (FasterPAM, Schubert &
 * Rousseeuw 2021), until nothing helps. No chance: the same things, the same medoids. 1 ≤ k ≤ n.
 */
export function kMedoids(things: Things, k: number): Clusters {
  const { n, distances, weights } = things;
  const medoids = build(things, k);
  let state = place(things, medoids);
  let still = 0;
  for (let at = 0, done = 0; still < n && done < ROUNDS * n; at = (at + 1) % n, done += 1) {
    still += 1;
    if (medoids.includes(at)) continue;
    // What each medoid's leaving costs if `at` comes, beside what its coming alone saves.
    const loss = medoids.map(() => 0);
    let saved = 0;
    for (let i = 0; i < n; i += 1) {
      const d = distances[at * n + i]!;
      const first = state.first[i]!;
      if (d < first) saved += weights[i]! * (first - d);
      else loss[state.near[i]!]! += weights[i]! * (Math.min(d, state.second[i]!) - first);
    }
    let best = 0;
    for (const [nth, value] of loss.entries()) if (value < loss[best]!) best = nth;
    if (saved - loss[best]! <= GAIN) continue;
    medoids[best] = at;
    state = place(things, medoids);
    still = 0;
  }
  const cost = state.first.reduce((sum, d, i) => sum + d * weights[i]!, 0);
  return { medoids, nearest: [...state.near], cost };
}

function build({ n, distances, weights }: Things, k: number): number[] {
  const medoids: number[] = [];
  const first = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  for (let taken = 0; taken < k; taken += 1) {
    let best = { at: -1, cost: Number.POSITIVE_INFINITY };
    for (let at = 0; at < n; at += 1) {
      if (medoids.includes(at)) continue;
      let cost = 0;
      for (let i = 0; i < n; i += 1)
        cost += weights[i]! * Math.min(first[i]!, distances[at * n + i]!);
      if (cost < best.cost - GAIN) best = { at, cost };
    }
    medoids.push(best.at);
    for (let i = 0; i < n; i += 1) first[i] = Math.min(first[i]!, distances[best.at * n + i]!);
  }
  return medoids;
}

/** Of each thing its nearest medoid, the distance to it and to the next nearest. */
function place({ n, distances }: Things, medoids: readonly number[]) {
  const near = new Uint16Array(n);
  const first = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const second = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  for (const [nth, at] of medoids.entries()) {
    for (let i = 0; i < n; i += 1) {
      const d = distances[at * n + i]!;
      if (d < first[i]!) {
        second[i] = first[i]!;
        first[i] = d;
        near[i] = nth;
      } else if (d < second[i]!) second[i] = d;
    }
  }
  return { near, first, second };
}

/**
 * How well things belong to their clusters and not to the next (mean silhouette, Rousseeuw 1987), −1 … 1;
 * things that stand for several count as often, at no distance from each other.
 */
export function silhouette(
  { n, distances, weights }: Things,
  { medoids, nearest }: Clusters,
): number {
  const sizes = medoids.map(() => 0);
  for (let i = 0; i < n; i += 1) sizes[nearest[i]!]! += weights[i]!;
  let sum = 0;
  let all = 0;
  for (let i = 0; i < n; i += 1) {
    const sums = medoids.map(() => 0);
    for (let j = 0; j < n; j += 1) sums[nearest[j]!]! += weights[j]! * distances[i * n + j]!;
    const own = nearest[i]!;
    all += weights[i]!;
    if (sizes[own]! <= 1) continue;
    const within = sums[own]! / (sizes[own]! - 1);
    let next = Number.POSITIVE_INFINITY;
    for (const [nth, total] of sums.entries())
      if (nth !== own) next = Math.min(next, total / sizes[nth]!);
    const most = Math.max(within, next);
    if (most > 0 && Number.isFinite(next)) sum += (weights[i]! * (next - within)) / most;
  }
  return all === 0 ? 0 : sum / all;
}
