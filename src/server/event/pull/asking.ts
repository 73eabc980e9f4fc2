import type { Message } from "../../../core/message/message.ts";
import type { StoredPull } from "../../documents/pull.ts";
import type { Outgoing } from "../../outgoing.ts";
import type { Seal } from "../../seal.ts";
import type { ImportDeps } from "../import.ts";
import type { Intake } from "../intake/intake.ts";

/** What asking sources works with. */
export type PullParts = {
  readonly imports: ImportDeps;
  readonly intake: Pick<Intake, "id" | "state" | "receive" | "takenIn">;
  readonly outgoing: Outgoing;
  readonly seal: Seal;
  /** Folders that may be looked into, as absolute paths. */
  readonly folders: readonly string[];
  readonly now: () => number;
  /** Is told of what fails while nobody waits for it. */
  readonly report: (error: unknown) => void;
  /** So long a file must be unchanged before it counts as written, in milliseconds. */
  readonly quiet?: number;
};

/** How far a run is; changed in place while it goes on. */
export type Reach = {
  rows: number;
  files: number;
  file: string | null;
  readonly notes: Message[];
};

/** One run: the source as it was claimed, and what it reaches. */
export type Run = {
  readonly pull: StoredPull;
  readonly secret: string | null;
  readonly reach: Reach;
  readonly signal: AbortSignal;
};
