const NAME = "spoor.name";

/** Letters and digits by chance, for ids that nobody has to read. */
export function drawn(length: number): string {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const numbers = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(numbers, (number) => letters[number % letters.length]).join("");
}

/** The name that others see; null as long as nobody was asked. */
export function rememberedName(): string | null {
  return localStorage.getItem(NAME);
}

export function rememberName(name: string): void {
  localStorage.setItem(NAME, name);
}
