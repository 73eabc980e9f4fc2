/** The parser calls itself for each level; no file of Spoor goes a tenth as deep as this. */
const DEPTH = 64;
const INDENT = 256;
/** Names and tags of nodes: nothing that Spoor reads has a use for them. */
const MARKS = 1000;

export type YamlBomb = {
  readonly line: number;
  readonly why: "deep" | "large";
};

/**
 * Looks whether a text, as the words and signs that the lexer of `yaml` makes of it, would take the
 * parser too far: too many levels, or more than `parts` of them. Goes through it once and stops where
 * it is too much. Null for a text that may be parsed.
 */
export function yamlBomb(tokens: Iterable<string>, parts: number): YamlBomb | null {
  let [line, flow, indent, onLine, marks, all] = [1, 0, 0, 0, 0, 0];
  let begins = true;
  for (const token of tokens) {
    all += 1;
    const [first] = token;
    if (first === "&" || first === "!") marks += 1;
    if (all > parts || marks > MARKS) return { line, why: "large" };
    if (token === "[" || token === "{") flow += 1;
    else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
    else if (token === "-" || token === "?" || (token === ":" && flow === 0)) {
      onLine += 1;
      if (flow === 0 && indent > INDENT) return { line, why: "deep" };
    }
    if (flow > DEPTH || onLine > DEPTH) return { line, why: "deep" };
    if (begins) indent = first === " " ? token.length : 0;
    begins = false;
    if (!token.includes("\n")) continue;
    line += token.split("\n").length - 1;
    begins = token.endsWith("\n");
    onLine = 0;
  }
  return null;
}
