import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { literal } from "../literal.ts";
import type { Bindings } from "./bindings.ts";
import type { Layout, Place } from "./layout.ts";
import { counted, quoted, type RowSql } from "./row-sql.ts";

/** SQL over JSON lines: one extraction reads all columns of a line at once. */
export function jsonCells(layout: Layout, at: Place, source: string, bind: Bindings): RowSql {
  const paths = new Map(
    layout.columns.map((column, index) => [column, layout.paths?.[index] ?? [column]]),
  );
  const tree = new Map<string, Branch>();
  const found = new Map<string, string>();
  for (const [column, path] of paths) {
    const at = plant(tree, path);
    found.set(
      column,
      at
        ? at.reduce((sql, element) => `tupleElement(${sql}, ${element})`, "cells")
        : `JSONExtract(entry, ${path.map((key) => bind.text(key)).join(", ")}, 'String')`,
    );
  }
  const cells = tree.size > 0 ? [`JSONExtract(entry, ${literal(typeOf(tree))}) AS cells`] : [];
  const entry = at.line === null ? "substring(whole, position(whole, ' ') + 1)" : "whole";
  const count = counted(at, "substringIndex(whole, ' ', 1)");
  return {
    rows: `SELECT ${[`${entry} AS entry`, ...cells, ...count].join(", ")} FROM ${source}`,
    cell: (column) => must(found.get(column), `column ${column}`),
    object: (path) =>
      `JSONExtract(entry, ${path
        .split(".")
        .map((key) => bind.text(key))
        .join(", ")}, 'Map(String, String)')`,
    content: "cityHash64(trimBoth(entry))",
    raw: "entry",
    broken: ["JSONType(entry) != 'Object'", message("not-an-object")],
  };
}

type Branch = Map<string, Branch>;

/**
 * Puts a path into the tree and returns its places, from 1. Null when it cannot stand there: a key
 * that is both a value and an object, or a name that the engine has no tuple element for.
 */
function plant(tree: Branch, path: readonly string[]): number[] | null {
  const places: number[] = [];
  let branch = tree;
  for (const [depth, key] of path.entries()) {
    const known = branch.get(key);
    const last = depth === path.length - 1;
    if (/^\d*$/.test(key) || (known && (last || known.size === 0))) return null;
    const next = known ?? new Map<string, Branch>();
    branch.set(key, next);
    places.push([...branch.keys()].indexOf(key) + 1);
    branch = next;
  }
  return places;
}

function typeOf(tree: Branch): string {
  const elements = [...tree].map(
    ([key, branch]) => `${quoted(key)} ${branch.size > 0 ? typeOf(branch) : "String"}`,
  );
  return `Tuple(${elements.join(", ")})`;
}
