import type { Readable } from "node:stream";
import type { FileOrigin } from "../../../core/event/pull/origin.ts";
import type { Outgoing } from "../../outgoing.ts";
import { addressShelf } from "./address-shelf.ts";
import { bucketShelf } from "./bucket-shelf.ts";
import { folderShelf } from "./folder-shelf.ts";

/** A file that is offered: what it is called there, and what tells this state of it from another. */
export type Offered = {
  readonly name: string;
  /** Empty where only its bytes can tell. */
  readonly mark: string;
  readonly bytes: number | null;
};

/**
 * Where files are. `list` goes through them a page at a time; `open` gives the bytes of one, and the mark
 * of the state that they are of. All reject with an AppError that says what to do.
 */
export type Shelf = {
  /** `settle`: wait until files that are still being written are quiet. */
  list(settle: boolean): AsyncIterable<readonly Offered[]>;
  /** Null when it is not changed from the mark that is given. */
  open(
    file: Offered,
    known: string | null,
  ): Promise<{ readonly mark: string; readonly bytes: Readable } | null>;
};

export type ShelfParts = {
  readonly outgoing: Outgoing;
  /** Folders that may be looked into, as absolute paths. */
  readonly folders: readonly string[];
  readonly now: () => number;
  /** So long a file must be unchanged before it counts as written, in milliseconds. */
  readonly quiet: number;
};

export function openShelf(
  parts: ShelfParts,
  origin: FileOrigin,
  secret: string | null,
  signal: AbortSignal,
): Shelf {
  switch (origin.kind) {
    case "address":
      return addressShelf(parts.outgoing, origin, secret, signal);
    case "bucket":
      return bucketShelf(parts, origin, secret, signal);
    case "folder":
      return folderShelf(parts, origin, signal);
  }
}
