/** Where a command writes: results to `out`, everything about them to `err`, a line at a time. */
export type Io = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

export type Command = {
  readonly name: string;
  /** What it does, in half a line. */
  readonly summary: string;
  /** How it is called, and what each part means. */
  readonly help: string;
  /** Runs it; the answer is the exit code: 0 done, 1 failed, 2 called wrongly. */
  readonly run: (args: string[], io: Io) => Promise<number>;
};

/** Says why a command cannot be done as it was called; the answer is its exit code. */
export function misused(io: Io, why: string): number {
  io.err(why);
  return 2;
}
