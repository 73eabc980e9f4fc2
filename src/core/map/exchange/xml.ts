import { message, type Message } from "../../message/message.ts";
import { AppError } from "../../problem.ts";

/** An element of an XML file: its name without prefix, its attributes, what stands in it. */
export type Xml = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  /** Its own text, trimmed. */
  readonly text: string;
};

/** Deeper than this no file of a map goes. */
const DEPTH = 64;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const attribute = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Open = {
  name: string;
  attributes: Record<string, string>;
  children: Xml[];
  text: string;
};

/**
 * Reads XML as elements. A file with a document type is refused, since that is where an XML file can
 * name other files and swell; nothing but the five entities of XML itself is known.
 * @throws AppError `unreadable-file` with the line at which the file is broken.
 */
export function readXml(given: string, name: string): Xml {
  const text = given.replace(/^\uFEFF/, "");
  const broken = (at: number, why: Message): AppError => {
    const line = text.slice(0, at).split("\n").length;
    return new AppError("unreadable-file", { ...why, name, line });
  };
  const decoded = (raw: string, at: number) =>
    raw.replaceAll(/&([^;\s]{0,12});?/g, (whole, entity: string) => {
      const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(entity);
      const point = code
        ? Number.parseInt(code[1] ?? code[2] ?? "", code[1] ? 16 : 10)
        : Number.NaN;
      if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
      const known = Object.hasOwn(entities, entity) ? entities[entity] : undefined;
      if (known === undefined || !whole.endsWith(";"))
        throw broken(at, message("xml-entity", { name, line: 0, entity: whole }));
      return known;
    });
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [root];
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    const within = open.at(-1) ?? root;
    if (!found)
      throw broken(
        at,
        text.startsWith("<!DOCTYPE", at)
          ? message("xml-doctype", { name, line: 0 })
          : message("xml-broken", { name, line: 0 }),
      );
    const [whole, cdata, end, start, attributes = "", isEmpty] = found;
    if (cdata !== undefined) within.text += cdata;
    else if (end !== undefined) {
      if (open.length === 1 || end !== within.name)
        throw broken(at, message("xml-wrong-end", { name, line: 0, tag: end }));
      open.pop();
      (open.at(-1) ?? root).children.push(closed(within));
    } else if (start !== undefined) {
      if (open.length > DEPTH) throw broken(at, message("xml-too-deep", { name, line: 0 }));
      const begun = at;
      const pairs = Array.from(attributes.matchAll(attribute), ([, key = "", a, b]) => {
        return [local(key), decoded(a ?? b ?? "", begun)] as const;
      });
      const element = {
        name: start,
        attributes: Object.fromEntries(pairs),
        children: [],
        text: "",
      };
      if (isEmpty) within.children.push(closed(element));
      else open.push(element);
    } else if (!whole.startsWith("<")) within.text += decoded(whole, at);
    at = token.lastIndex;
  }
  const [only] = root.children;
  if (open.length > 1)
    throw broken(at, message("xml-cut-off", { name, line: 0, tag: open.at(-1)?.name ?? "" }));
  if (!only || root.children.length > 1 || root.text.trim() !== "")
    throw broken(0, message("xml-broken", { name, line: 0 }));
  return only;
}

function closed({ name, text, ...rest }: Open): Xml {
  return { ...rest, name: local(name), text: text.trim() };
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The first child of a name. */
export function child(within: Xml | undefined, name: string): Xml | undefined {
  return within?.children.find((each) => each.name === name);
}

/** The text of the first child of a name; empty where there is none. */
export function textIn(within: Xml | undefined, name: string): string {
  return child(within, name)?.text ?? "";
}

/** What an element of a file to be written holds: its text, or other elements. */
export type Written = readonly [
  name: string,
  attributes: Readonly<Record<string, string>>,
  within: string | readonly Written[],
];

/** XML with two spaces for each level. Characters that XML cannot hold are left out. */
export function writeXml(root: Written): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "").join("\n")}\n`;
}

function lines([name, attributes, within]: Written, indent: string): string[] {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const head = `${indent}<${name}${given.join("")}`;
  if (within.length === 0) return [`${head}/>`];
  if (typeof within === "string") return [`${head}>${escaped(within)}</${name}>`];
  const inner = within.flatMap((each) => lines(each, `${indent}  `));
  return [`${head}>`, ...inner, `${indent}</${name}>`];
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** A text as XML can hold it and as it is read: without white space at its ends. */
export function fit(text: string): string {
  return text.replaceAll(unfit, "").trim();
}

function escaped(text: string): string {
  return text
    .replaceAll(unfit, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}
