export type PictureHead = {
  readonly format: "png" | "jpeg" | "webp" | "gif";
  readonly width: number;
  readonly height: number;
};

/**
 * What a picture says it is, by its first bytes; null for anything else. Nothing is decoded, so that
 * a small file that claims to be enormous is known for what it is.
 */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const head = png(bytes) ?? jpeg(bytes) ?? webp(bytes) ?? gif(bytes);
  return head && head.width > 0 && head.height > 0 ? head : null;
}

function png(bytes: Uint8Array): PictureHead | null {
  if (!begins(bytes, "\x89PNG\r\n\x1a\n") || bytes.length < 24) return null;
  const view = viewOf(bytes);
  return { format: "png", width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(bytes: Uint8Array): PictureHead | null {
  if (!(begins(bytes, "GIF87a") || begins(bytes, "GIF89a")) || bytes.length < 10) return null;
  const view = viewOf(bytes);
  return { format: "gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Walks from marker to marker to the one that begins the frame. */
function jpeg(bytes: Uint8Array): PictureHead | null {
  if (!begins(bytes, "\xff\xd8\xff")) return null;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame)
      return { format: "jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // A marker may be filled up with 0xff.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webp(bytes: Uint8Array): PictureHead | null {
  if (!begins(bytes, "RIFF") || !begins(bytes.subarray(8), "WEBPVP8") || bytes.length < 30)
    return null;
  const view = viewOf(bytes);
  const kind = String.fromCharCode(view.getUint8(15));
  if (kind === "X") {
    const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { format: "webp", width: three(24) + 1, height: three(27) + 1 };
  }
  if (kind === "L") {
    const bits = view.getUint32(21, true);
    return { format: "webp", width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const side = (at: number) => view.getUint16(at, true) & 0x3fff;
  return { format: "webp", width: side(26), height: side(28) };
}

function begins(bytes: Uint8Array, text: string): boolean {
  return Array.from(text).every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
