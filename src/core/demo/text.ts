/** A cell of a delimited file, quoted where it must be. */
export function cell(text: string, delimiter: string): string {
  return text.includes(delimiter) || text.includes('"') || text.includes("\n")
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** Cents as a Dutch amount: `1.234,56`. */
export function dutchAmount(cents: number): string {
  const euros = String(Math.floor(cents / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ".");
  return `${euros},${String(cents % 100).padStart(2, "0")}`;
}
