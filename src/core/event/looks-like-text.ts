import { sniffEncoding } from "./sniff-encoding.ts";

/** Of a hundred bytes of a text, so many at most are signs that no text has; of what is packed, some nine are. */
const MOST = 0.02;
/** A stray one in a small file says nothing yet. */
const FEW = 4;

/** Whether these first bytes of a file are a text, and not a picture, a program or something packed. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const encoding = sniffEncoding(bytes);
  if (encoding === "utf-16le" || encoding === "utf-16be") return true;
  const strange = bytes.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  return strange <= Math.max(FEW, bytes.length * MOST);
}

/** Tab, the ends of lines and the separators of old systems are in texts; the other control signs are not. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x1a);
}
