import { useSyncExternalStore } from "react";
import { recall, remember } from "../../language/memory.ts";

const NAME = "spoor.name";
const PERSON = "spoor.person";
const followers = new Set<() => void>();

/** Letters and digits by chance, for ids that nobody has to read. */
export function drawn(length: number): string {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const numbers = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(numbers, (number) => letters[number % letters.length]).join("");
}

/** The name that others see; null as long as nobody was asked. */
export function rememberedName(): string | null {
  return recall(NAME);
}

export function rememberName(name: string): void {
  remember(NAME, name);
  for (const tell of followers) tell();
}

/** The name that others see, followed as it is given. */
export function useRememberedName(): string | null {
  return useSyncExternalStore(
    (tell) => {
      followers.add(tell);
      return () => followers.delete(tell);
    },
    rememberedName,
    () => null,
  );
}

/** Who sits at this browser: an id that it keeps, by which he may change what he said. */
export function rememberedPerson(): string {
  const known = recall(PERSON);
  if (known !== null && /^[a-z0-9-]{8,40}$/.test(known)) return known;
  const person = drawn(16);
  remember(PERSON, person);
  return person;
}
