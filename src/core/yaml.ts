import {
  Document,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type YAMLParseError,
} from "yaml";
import type { z } from "zod";
import { message } from "./message/message.ts";
import { AppError, type ProblemCode } from "./problem.ts";
import { describeIssue, issuesOf } from "./issue.ts";
import { yamlBomb } from "./yaml-bomb.ts";

/** How many faults of a file are told at once. */
const TOLD = 5;
/** How much of what the parser says is told: it quotes the text, however long. */
const SAID = 300;
/** Words and signs in a file; a map of a thousand touchpoints with all its claims has a quarter of it. */
const PARTS = 2_000_000;

type Reading = {
  /** Puts what may be left out in its place. */
  readonly prepare?: (raw: unknown) => unknown;
  /** How many words and signs are taken at most: a file from outside can hold up who reads it. */
  readonly parts?: number;
};

/**
 * Reads YAML as a value of the schema. Comments are read over: they are no part of the value.
 * @throws AppError `code`, one line for each fault: its line in the text, its path, what is wrong.
 */
export function readYaml<T>(
  schema: z.ZodType<T>,
  text: string,
  code: ProblemCode,
  { prepare = (raw) => raw, parts = PARTS }: Reading = {},
): T {
  const bomb = yamlBomb(new Lexer().lex(text), parts);
  if (bomb) throw new AppError(code, message(`yaml-too-${bomb.why}`, { line: bomb.line }));
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line;
  // The library compares each key with every other of its map: 300,000 of them take minutes.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const [broken] = [...document.errors.map(asFault), ...unreadable(document)];
  if (broken) {
    const said = broken.message.slice(0, SAID).replaceAll(/\s+/g, " ");
    throw new AppError(code, message("yaml-wrong", { said: `${lineAt(broken.offset)}: ${said}` }));
  }

  const result = schema.safeParse(prepare(document.toJS()));
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(issuesOf).map((issue) => {
    return `${lineAt(offsetOf(document, issue.path))}, ${describeIssue(issue)}`.replaceAll(
      /\s+/g,
      " ",
    );
  });
  const rest = Math.max(0, faults.length - TOLD);
  throw new AppError(code, message("yaml-wrong", { said: faults.slice(0, TOLD).join("\n"), rest }));
}

/**
 * Writes a value as canonical YAML: keys in the order of the schema, defaults written out, one line
 * for each text without line breaks. Equal values give equal bytes.
 */
export function writeYaml<T>(schema: z.ZodType<T>, value: T): string {
  // YAML 1.1 readers take `no` and `12:30` for something else than text; `compat` has these quoted.
  const document = new Document(schema.parse(value), {
    compat: "yaml-1.1",
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Seq(_, node) {
      node.flow = node.items.every((item) => isScalar(item) && typeof item.value === "number");
    },
  });
  return document.toString({ lineWidth: 0 });
}

type Fault = { readonly offset: number; readonly message: string };

function asFault({ pos, message }: YAMLParseError): Fault {
  return { offset: pos[0], message };
}

/** Aliases can blow a small file up past all memory, and zod drops a key `__proto__` without a word. */
function unreadable(document: Document): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Alias(_, { range, source }) {
      faults.push({
        offset: range?.[0] ?? 0,
        message: `Write *${source} out: aliases are not read`,
      });
    },
    Map(_, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const offset = key.range?.[0] ?? 0;
        if (key.value === "__proto__")
          faults.push({ offset, message: "A key cannot be called __proto__" });
        const name = String(key.value);
        if (known.has(name)) faults.push({ offset, message: `${name} stands here twice` });
        known.add(name);
      }
    },
  });
  return faults;
}

/** Where the element of this path begins, or the nearest one around it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
