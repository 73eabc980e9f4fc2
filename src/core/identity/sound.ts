/**
 * How a name sounds to a Dutch ear, roughly: first sound, then the consonants. Names that are spelled
 * differently but said alike get the same code; it finds candidates and decides nothing.
 * @example sound("dijkstra") === sound("dykstra")
 * @example sound("schmidt") === sound("smit")
 */
export function sound(name: string): string {
  const said = name
    .replace(/[^a-z]/gu, "")
    .replace(/sch(?=[mnlrw])/gu, "s")
    .replace(/^(?:chr)/u, "kr")
    .replace(/ph/gu, "f")
    .replace(/th/gu, "t")
    .replace(/ck|c(?=[aoukrl])|q/gu, "k")
    .replace(/x/gu, "ks")
    .replace(/c(?=[eiy])|z/gu, "s")
    .replace(/ch|g/gu, "g")
    .replace(/c/gu, "k")
    .replace(/dt|d(?=$|s)/gu, "t")
    .replace(/v/gu, "f")
    .replace(/ij|ei|ey|y/gu, "i");
  const first = said[0] ?? "";
  const rest = said.slice(1).replace(/[aeiouhjw]/gu, "");
  return (first + rest).replace(/(.)\1+/gu, "$1").slice(0, 5);
}
