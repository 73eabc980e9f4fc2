import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const web = new URL("../", import.meta.url);

/** Attributes whose text a reader sees or hears. */
const spoken = new Set(["aria-label", "aria-description", "title", "placeholder", "alt", "label"]);

type Node = { readonly type: string; readonly [field: string]: unknown };

/** Text with letters that would stand on the screen in one language only. */
function literalsIn(source: string): string[] {
  const found: string[] = [];
  visit(parseSync("page.tsx", source).program, false);
  return found;

  function visit(value: unknown, shown: boolean): void {
    if (Array.isArray(value)) for (const each of value) visit(each, shown);
    if (typeof value !== "object" || value === null || !("type" in value)) return;
    const node = value as Node;
    if (node.type === "JSXText" || (shown && node.type === "Literal")) tell(node["value"]);
    if (shown && node.type === "TemplateElement") {
      tell((node["value"] as { cooked: string }).cooked);
    }
    for (const [field, child] of Object.entries(node)) visit(child, isShown(node, field, shown));
  }

  function tell(text: unknown): void {
    if (typeof text !== "string") return;
    const words = text.replaceAll(/&\w+;/g, "").trim();
    if (/\p{L}/u.test(words)) found.push(words);
  }
}

/** Is what stands in this field of a node text for the reader? */
function isShown(node: Node, field: string, shown: boolean): boolean {
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return field === "children";
    case "JSXAttribute":
      return field === "value" && spoken.has((node["name"] as { name: string }).name);
    case "JSXExpressionContainer":
    case "TemplateLiteral":
      return shown;
    case "ConditionalExpression":
      return shown && field !== "test";
    case "LogicalExpression":
      return shown && (field === "right" || node["operator"] !== "&&");
    case "BinaryExpression":
      return shown && node["operator"] === "+";
    default:
      return false;
  }
}

const pages = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".tsx") && !path.endsWith(".test.tsx"),
);

test("there are pages to look at", () => expect(pages.length).toBeGreaterThan(20));

test.each(pages)("%s says nothing outside the catalogues", (path) => {
  const source = readFileSync(fileURLToPath(new URL(path, web)), "utf8");
  expect(literalsIn(source)).toEqual([]);
});

test.each([
  ["<p>Hello</p>", ["Hello"]],
  ["<p>{open ? 'Open' : <b>Shut</b>}</p>", ["Open", "Shut"]],
  ["<p title='Name'>{`${n} rows`}</p>", ["Name", "rows"]],
  ["<>{n > 1 && 'many'}{'a' + b}</>", ["many", "a"]],
  ["<p className='page' lang='nl'>{t.name} · 12</p>", []],
  ["<b>{state === 'done' ? t.done : t.open}</b>", []],
  ["<b>{list.filter((each) => each !== 'x').join(', ')}</b>", []],
])("of %s it finds %j", (source, literals) => {
  expect(literalsIn(`const page = ${source};`)).toEqual(literals);
});
