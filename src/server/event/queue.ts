/** Runs tasks of one key one after the other; different keys run beside each other. */
export type Queue = { run<T>(key: number, task: () => Promise<T>): Promise<T> };

export function createQueue(): Queue {
  const tails = new Map<number, Promise<unknown>>();
  return {
    run(key, task) {
      const turn = (tails.get(key) ?? Promise.resolve()).then(task, task);
      tails.set(key, turn);
      return turn;
    },
  };
}
