import { liveEndpoints } from "../../src/protocol/map/live.ts";

/** What all clients were told of what became of their commands. */
export class Marks {
  /** `client number` → its place in the log. */
  readonly done = new Map<string, number>();
  refused = 0;
  /** Answers that contradict each other. */
  readonly faults: string[] = [];

  /** A client was answered. */
  heard(client: string, answer: unknown): void {
    const { outcomes } = liveEndpoints.sendCommands.answer.parse(answer);
    for (const { number, seq } of outcomes) {
      const mark = `${client} ${number}`;
      const before = this.done.get(mark);
      if (seq === null) this.refused += 1;
      if (before !== undefined && before !== seq)
        this.faults.push(`${mark} is said to be at ${before} and at ${seq}`);
      if (seq !== null) this.done.set(mark, seq);
    }
  }

  /** Acknowledged commands of clients whose name begins so. */
  count(prefix: string): number {
    return [...this.done.keys()].filter((mark) => mark.startsWith(prefix)).length;
  }
}
