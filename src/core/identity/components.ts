/** Groups that grow by being joined: union-find with path halving, each named after its smallest member. */
export class Components {
  readonly #parent: Uint32Array;

  constructor(size: number) {
    this.#parent = Uint32Array.from({ length: size }, (_, i) => i);
  }

  /** The smallest member of the group in which this one is. */
  find(start: number): number {
    const parent = this.#parent;
    let at = start;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x < y) this.#parent[y] = x;
    else this.#parent[x] = y;
  }

  all(): Uint32Array {
    return this.#parent.map((_, i) => this.find(i));
  }
}

/** Groups of which some pairs may never be in one. */
export class GuardedComponents extends Components {
  /** By the name of a group, members of other groups that may not come in. */
  readonly #foes = new Map<number, number[]>();

  constructor(size: number, apart: Ends) {
    super(size);
    for (let i = 0; i < apart.a.length; i++) {
      this.#add(apart.a[i]!, [apart.b[i]!]);
      this.#add(apart.b[i]!, [apart.a[i]!]);
    }
  }

  /** May the groups of these two become one? */
  mayJoin(a: number, b: number): boolean {
    if (this.#foes.size === 0) return true;
    const [x, y] = [this.find(a), this.find(b)];
    const [ofX, ofY] = [this.#foes.get(x) ?? [], this.#foes.get(y) ?? []];
    return ofX.length <= ofY.length
      ? ofX.every((foe) => this.find(foe) !== y)
      : ofY.every((foe) => this.find(foe) !== x);
  }

  /** Joins them if they may be joined. */
  override join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y || !this.mayJoin(x, y)) return;
    super.join(x, y);
    const [kept, gone] = [Math.min(x, y), Math.max(x, y)];
    const foes = this.#foes.get(gone);
    this.#foes.delete(gone);
    if (foes) this.#add(kept, foes);
  }

  #add(group: number, foes: readonly number[]): void {
    const known = this.#foes.get(group) ?? [];
    for (const foe of foes) known.push(foe);
    this.#foes.set(group, known);
  }
}

/** Pairs, by the places of their ends. */
export type Ends = { readonly a: Uint32Array; readonly b: Uint32Array };
