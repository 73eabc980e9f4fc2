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
 * Things by how much each shortens the distances to those before it, the first having the least to all
 * others (BUILD of Kaufman & Rousseeuw 1990). The first k of them are where `kMedoids` begins for any k.
 */
export function greedy({ n, distances, weights }: Things, most: number): number[] {
  const taken: number[] = [];
  const first = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const heavy = Float64Array.from(weights);
  while (taken.length < Math.min(most, n)) {
    let best = { at: -1, cost: Number.POSITIVE_INFINITY };
    for (let at = 0; at < n; at += 1) {
      if (taken.includes(at)) continue;
      const row = at * n;
      let cost = 0;
      for (let i = 0; i < n; i += 1) {
        const d = distances[row + i]!;
        cost += heavy[i]! * (d < first[i]! ? d : first[i]!);
      }
      if (cost < best.cost - GAIN) best = { at, cost };
    }
    taken.push(best.at);
    for (let i = 0; i < n; i += 1) first[i] = Math.min(first[i]!, distances[best.at * n + i]!);
  }
  return taken;
}

/**
 * `k` things that stand for all with the least distance from each thing to its nearest: begun greedily
 * (`begun`, from `greedy`), then exchanged as soon as that helps (FasterPAM, Schubert & Rousseeuw 2021),
 * until nothing helps. No chance: the same things, the same medoids. 1 ≤ k ≤ n.
 */
export function kMedoids(
  things: Things,
  k: number,
  begun: readonly number[] = greedy(things, k),
): Clusters {
  const { n, distances } = things;
  const heavy = Float64Array.from(things.weights);
  const medoids = begun.slice(0, k);
  const standing = new Uint8Array(n);
  for (const at of medoids) standing[at] = 1;
  let state = place(things, medoids);
  let leaving = leavings(state, heavy, k);
  const loss = new Float64Array(k);
  let still = 0;
  for (let at = 0, done = 0; still < n && done < ROUNDS * n; at = (at + 1) % n, done += 1) {
    still += 1;
    if (standing[at] === 1) continue;
    // What each medoid's leaving costs if `at` comes, beside what its coming alone saves: only the things
    // that `at` is nearer to than their second change anything about it.
    const { near, first, second } = state;
    loss.set(leaving);
    const row = at * n;
    let saved = 0;
    for (let i = 0; i < n; i += 1) {
      const d = distances[row + i]!;
      if (d >= second[i]!) continue;
      if (d < first[i]!) {
        saved += heavy[i]! * (first[i]! - d);
        loss[near[i]!]! -= heavy[i]! * (second[i]! - first[i]!);
      } else loss[near[i]!]! -= heavy[i]! * (second[i]! - d);
    }
    let best = 0;
    for (let nth = 1; nth < k; nth += 1) if (loss[nth]! < loss[best]!) best = nth;
    if (saved - loss[best]! <= GAIN) continue;
    standing[medoids[best]!] = 0;
    standing[at] = 1;
    medoids[best] = at;
    state = place(things, medoids);
    leaving = leavings(state, heavy, k);
    still = 0;
  }
  let cost = 0;
  for (let i = 0; i < n; i += 1) cost += heavy[i]! * state.first[i]!;
  return { medoids, nearest: [...state.near], cost };
}

/** What the leaving of each medoid costs if nothing comes: all of its things go to their second. */
function leavings({ near, first, second }: Placed, heavy: Float64Array, k: number): Float64Array {
  const loss = new Float64Array(k);
  for (let i = 0; i < near.length; i += 1) loss[near[i]!]! += heavy[i]! * (second[i]! - first[i]!);
  return loss;
}

type Placed = ReturnType<typeof place>;

/** Of each thing its nearest medoid, the distance to it and to the next nearest. */
function place({ n, distances }: Things, medoids: readonly number[]) {
  const near = new Uint16Array(n);
  const first = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  // Where there is but one, all would go to whatever comes, which is no farther than the farthest.
  const alone = medoids.length === 1;
  const far = alone
    ? distances.reduce((most, d) => Math.max(most, d), 0)
    : Number.POSITIVE_INFINITY;
  const second = new Float64Array(n).fill(far);
  for (const [nth, at] of medoids.entries()) {
    const row = at * n;
    for (let i = 0; i < n; i += 1) {
      const d = distances[row + i]!;
      if (d < first[i]!) {
        if (!alone) second[i] = first[i]!;
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
  const k = medoids.length;
  const own = Uint16Array.from(nearest);
  const heavy = Float64Array.from(weights);
  const sizes = new Float64Array(k);
  for (let i = 0; i < n; i += 1) sizes[own[i]!]! += heavy[i]!;
  const sums = new Float64Array(k);
  let sum = 0;
  let all = 0;
  for (let i = 0; i < n; i += 1) {
    all += heavy[i]!;
    const mine = own[i]!;
    if (sizes[mine]! <= 1) continue;
    sums.fill(0);
    const row = i * n;
    for (let j = 0; j < n; j += 1) sums[own[j]!]! += heavy[j]! * distances[row + j]!;
    const within = sums[mine]! / (sizes[mine]! - 1);
    let next = Number.POSITIVE_INFINITY;
    for (let nth = 0; nth < k; nth += 1)
      if (nth !== mine) next = Math.min(next, sums[nth]! / sizes[nth]!);
    const most = Math.max(within, next);
    if (most > 0 && Number.isFinite(next)) sum += (heavy[i]! * (next - within)) / most;
  }
  return all === 0 ? 0 : sum / all;
}
