const forNow = new Map<string, string>();

/**
 * What this browser remembers under a name. In a frame of another site it may not remember
 * anything; then only as long as the page stands.
 */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return forNow.get(name) ?? null;
  }
}

export function remember(name: string, value: string): void {
  forNow.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // It stands in `forNow`.
  }
}
