import type { Overlay } from "../../../core/evidence/overlay.ts";
import type { Journey } from "../../../core/map/journey.ts";
import type { Message } from "../../../core/message/message.ts";
import type { Language } from "../../../core/message/wording.ts";

/** A picture on the map, as it is kept. */
export type Kept = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type Given = {
  readonly journey: Journey;
  /** Null: without figures. */
  readonly overlay: Overlay | null;
  readonly language: Language;
  /** The bytes of a picture; null when it is not kept here. */
  readonly load: (hash: string) => Promise<Kept | null>;
};

export type Written = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What of the map the format has no place for, where it is one to work on elsewhere. */
  readonly report?: readonly Message[];
};

/** Makes a file of a map. */
export type Writer = (given: Given) => Promise<Written>;

/** A name for the file that every system takes: that of the map without its prefix. */
export function fileName(journey: Journey, extension: string): string {
  return `${journey.id.replace(/^jo_/, "")}.${extension}`;
}
