import { recall, remember } from "../../language/memory.ts";

/** The secret of a workshop's link, where this browser made it; the server keeps only its hash. */
export function rememberedSecret(workshop: string): string | null {
  return recall(`spoor.workshop/${workshop}`);
}

export function rememberSecret(workshop: string, secret: string): void {
  remember(`spoor.workshop/${workshop}`, secret);
}

/** Where guests come in. */
export function guestAddress(secret: string): string {
  return `${location.origin}/s/${secret}`;
}

/** Is this page served to this computer only? Then no phone can follow its links. */
export function isOnlyHere(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}
