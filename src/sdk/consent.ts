const KEPT = "spoor.consent";

/** What the visitor said about being followed; null as long as he was not asked. */
export type Consent = "yes" | "no" | null;

/**
 * What the visitor said before, on this site. A browser that asks on its own not to be followed (Global
 * Privacy Control, Do Not Track) has said no, until the visitor says otherwise.
 */
export function consentKept(): Consent {
  const kept = read(KEPT);
  if (kept === "yes" || kept === "no") return kept;
  const asks = navigator as { globalPrivacyControl?: boolean; doNotTrack?: string | null };
  return asks.globalPrivacyControl === true || asks.doNotTrack === "1" ? "no" : null;
}

/** Keeps what he said; that he said no is all that is kept then. */
export function keepConsent(consent: "yes" | "no"): void {
  if (consent === "no") for (const name of stored()) if (name.startsWith("spoor.")) drop(name);
  write(KEPT, consent);
}

/** What this site keeps in the browser, or null where the browser keeps nothing. */
export function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing, or has no room left: what is in memory has to do.
  }
}

function drop(name: string): void {
  localStorage.removeItem(name);
}

function stored(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
