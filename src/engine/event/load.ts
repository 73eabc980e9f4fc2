import { must } from "../../core/assert.ts";
import type { AttributeField, Condition, Mapping, RowKind } from "../../core/event/mapping.ts";
import { trust, type Trust } from "../../core/identity/trust.ts";
import { message, writeMessage, type Message } from "../../core/message/message.ts";
import { literal } from "../literal.ts";
import { tellsConsent } from "../people/consent-attributes.ts";
import type { Sift } from "../people/sift.ts";
import { eventHash, opened, sealed } from "../identity/pseudonym.ts";
import type { Parameters } from "../port.ts";
import { createBindings, type Bindings } from "./bindings.ts";
import { cellSql } from "./cells.ts";
import { consentSql } from "./consent.ts";
import { createFields, joined } from "./field.ts";
import {
  columnOf,
  hiddenMapSql,
  hiddenSql,
  identifying,
  toldSql,
  type Identifying,
} from "./hidden.ts";
import { identifierSql } from "./identifier.ts";
import type { Layout, Place } from "./layout.ts";
import type { RowSql } from "./row-sql.ts";
import { measureSql } from "./measure.ts";
import { numberSql } from "./number.ts";
import { timeSql } from "./time.ts";

/** Rows of one kind, of one source, on their way into `load`. */
export type Loading = {
  readonly ws: number;
  readonly import: number;
  readonly source: string;
  readonly file: string;
  readonly layout: Layout;
  readonly kind: RowKind;
  /** Place of the kind among those of its source, and how many there are. */
  readonly rule: number;
  readonly rules: number;
  readonly identity: Mapping["identity"];
  /** Whose word it is; without it that of a system. */
  readonly trust?: Trust | undefined;
  /** Codes of the kind's measures, in their order. */
  readonly codes: readonly number[];
};

type Part = readonly [column: string, sql: string];
type Problem = readonly [condition: string, reason: Message];

/** A SELECT of the columns of `load` for these rows, from a FROM-expression, with its parameters. */
export function loadSelect(
  loading: Loading,
  place: Place,
  from: string,
): { columns: string[]; sql: string; parameters: Parameters } {
  const { layout, kind, rule } = loading;
  const bind = createBindings();
  const row = cellSql(layout, place, from, bind);
  const fields = createFields(row.cell, bind);
  const time = kind.time === undefined ? null : timeOf(kind.time, row.cell, layout, bind);
  const people = identifiersOf(loading, fields.sql, bind);
  const known = people.length > 0;
  const measures = (kind.measures ?? []).map((field) => measureSql(field, row.cell, layout, bind));

  const named: Part[] = [
    [
      "event",
      kind.kind === "event" && kind.what === undefined
        ? bind.text(loading.source)
        : fields.sql(kind.what),
    ],
    ["channel", fields.sql(kind.channel)],
    ["place", kind.kind === "reference" ? fields.sql(kind.key) : fields.sql(kind.place)],
    ["why", fields.sql(kind.why)],
    ["how", fields.sql(kind.how)],
    ["journey", fields.sql(kind.journey)],
    ["comment", kind.comment === undefined ? "''" : `trimBoth(${row.cell(kind.comment)})`],
  ];
  const byPage = loading.trust === trust.page;
  const consent = consentSql(kind, fields.sql, row, bind, byPage);
  const given = attributesSql(kind, fields.sql, row, layout, bind);
  // A page that calls an attribute so would tell of consent without it being known whose word it is.
  const told = given && byPage ? `mapFilter((k, v) -> NOT ${tellsConsent("k")}, ${given})` : given;
  const attributes =
    consent && told ? `mapUpdate(${told}, ${consent.map})` : (consent?.map ?? told);
  const used = named.filter(([, sql]) => sql !== "''");
  const middle = [
    ...used.map(([name, sql]) => `${sql} AS of_${name}`),
    ...(time ? [`${time.sql} AS of_time`] : []),
    ...(known ? [`${whoSql(people)} AS of_who`, `${toldSql(people)} AS of_told`] : []),
  ];

  const hides = (name: string) => known && name === "comment";
  const problems: Problem[] = [
    ...(row.broken ? [row.broken] : []),
    ...(time ? time.problems(loading.rules === 1) : []),
    ...missing(
      kind,
      used.map(([name]) => name),
      known,
    ),
    ...measures.flatMap((measure) => measure.problems),
    ...(consent?.problems ?? []),
  ];
  const parts: Part[] = [
    ["ws", String(loading.ws)],
    ["import", String(loading.import)],
    ["source", bind.text(loading.source)],
    ["file", bind.text(loading.file)],
    ["row", "n"],
    ["line", "line"],
    ["rule", String(rule)],
    ["kind", literal(kind.kind)],
    ...(loading.trust === undefined ? [] : ([["trust", String(loading.trust)]] satisfies Part[])),
    ["id", idSql(loading, row.content, row.cell, bind)],
    ...used.map(([name]): Part => [name, hides(name) ? hiddenSql(`of_${name}`) : `of_${name}`]),
    ...(time ? ([["time", "of_time"]] satisfies Part[]) : []),
    ...(known ? ([["who", "of_who"]] satisfies Part[]) : []),
    ...(attributes
      ? ([
          ["attributes", known ? hiddenMapSql(attributes) : filledSql(attributes)],
        ] satisfies Part[])
      : []),
    ...(measures.length > 0
      ? ([
          [
            "measures",
            measuresSql(
              measures.map(({ value }) => value),
              loading.codes,
            ),
          ],
        ] satisfies Part[])
      : []),
    ["problem", problemSql(problems, bind)],
    ["raw", problems.length > 0 ? `if(problem != '', ${row.raw}, '')` : "''"],
  ];

  const wanted = conditionsSql(loading, row.cell, bind, row.broken?.[0]);
  const rows = joined(row.rows, loading.ws, fields.lookups, bind);
  return {
    columns: parts.map(([column]) => column),
    sql: `SELECT ${parts.map(([column, sql]) => `${sql} AS ${column}`).join(", ")} FROM (SELECT ${["*", ...middle].join(", ")} FROM (${rows})${wanted ? ` WHERE ${wanted}` : ""})`,
    parameters: bind.parameters,
  };
}

/** The statement that takes these rows in: through the door, or to be looked at before it. */
export function loadInsert(
  loading: Loading,
  place: Place,
  into: "load" | "stage" = "load",
  sift: Sift | null = null,
): { insert: (from: string) => string; parameters: Parameters } {
  return {
    insert(from) {
      const { columns, sql } = loadSelect(loading, place, from);
      const laid = into === "stage" ? columns.map(onStage) : columns;
      if (sift === null) {
        const select = into === "stage" ? `SELECT ${laid.join(", ")} FROM (${sql})` : sql;
        return `INSERT INTO ${into} (${columns.join(", ")}) ${select}`;
      }
      return `INSERT INTO ${into === "stage" ? "sift_stage" : "sift"} (${columns.join(", ")}, suppressed)
        SELECT ${laid.join(", ")}, suppressed FROM (
          SELECT *, ${sift.test(new Set(columns))} AS suppressed FROM (${sql}))`;
    },
    // What is bound does not depend on where the rows come from.
    parameters: loadSelect(loading, place, "nowhere").parameters,
  };
}

/** A column as it lies on the stage: what tells who it was is sealed, see `offStage`. */
function onStage(column: string): string {
  if (column === "who") return `arrayMap(w -> (w.1, ${sealed("w.2")}), who) AS who`;
  if (column === "journey" || column === "raw")
    return `if(${column} = '', '', ${sealed(column)}) AS ${column}`;
  return column;
}

/** The columns that `onStage` sealed, for `SELECT * REPLACE`. */
export const offStage = [
  `arrayMap(w -> (w.1, ${opened("w.2")}), who) AS who`,
  ...["journey", "raw"].map((column) => `if(${column} = '', '', ${opened(column)}) AS ${column}`),
].join(", ");

function timeOf(column: string, cell: (column: string) => string, layout: Layout, bind: Bindings) {
  const reading = must(layout.times.get(column), `times of ${column}`);
  return {
    sql: timeSql(cell(column), reading, layout.zone, bind),
    problems: (mustBeThere: boolean): Problem[] => [
      ...(mustBeThere
        ? [[`trimBoth(${cell(column)}) = ''`, message("time-empty", { column })] as const]
        : []),
      ["isNull(of_time)", message("time-unreadable", { column })],
    ],
  };
}

/** What a row of its kind cannot do without. */
function missing(kind: RowKind, used: readonly string[], people: boolean): Problem[] {
  const problems: Problem[] = [];
  if (kind.kind === "event" && used.includes("event"))
    problems.push(["of_event = ''", message("nothing-happened")]);
  if (kind.kind === "reference") problems.push(["of_place = ''", message("key-empty")]);
  const whose = [
    ...(used.includes("journey") ? ["of_journey = ''"] : []),
    ...(people ? ["empty(of_who)"] : []),
  ];
  if (kind.kind !== "reference" && whose.length > 0)
    problems.push([whose.join(" AND "), message("nobody")]);
  return problems;
}

function identifiersOf(
  { kind, identity }: Loading,
  field: ReturnType<typeof createFields>["sql"],
  bind: Bindings,
): Identifying[] {
  return Object.entries(kind.who ?? {}).flatMap(([name, given]) =>
    (Array.isArray(given) ? given : [given]).map((from) => {
      const cell = field(from);
      const value = identifierSql(name, cell, identity[name]?.blocked ?? [], bind);
      return { kind: bind.text(name), cell, value };
    }),
  );
}

function whoSql(people: readonly Identifying[]): string {
  const pairs = people.map(({ kind, value }) => `(${kind}, ${value})`);
  return `arrayDistinct(arrayFilter(w -> w.2 != '', [${pairs.join(", ")}]))`;
}

function attributesSql(
  kind: RowKind,
  field: ReturnType<typeof createFields>["sql"],
  { cell, object }: RowSql,
  layout: Layout,
  bind: Bindings,
): string | null {
  const { attributes = {}, rest = [] } = kind;
  const people = identifying(kind);
  const pairs = Object.entries(attributes).flatMap(([name, from]) => {
    if (typeof from === "object" && "compare" in from)
      return [bind.text(name), compareSql(from.compare, cell, layout, bind)];
    return people.has(columnOf(from) ?? "") ? [] : [bind.text(name), field(from)];
  });
  const maps = [
    ...rest.map((path) => {
      const inside = [...people].filter((column) => column.startsWith(`${path}.`));
      const keys = inside.map((column) => column.slice(path.length + 1));
      return keys.length === 0
        ? object(path)
        : `mapFilter((k, v) -> NOT has(${bind.texts(keys)}, k), ${object(path)})`;
    }),
    ...(pairs.length > 0 ? [`map(${pairs.join(", ")})`] : []),
  ];
  if (maps.length === 0) return null;
  return maps.reduce((sql, more) => `mapUpdate(${sql}, ${more})`);
}

function filledSql(map: string): string {
  return `mapFilter((k, v) -> v != '', ${map})`;
}

function compareSql(
  { left, is, right }: Extract<AttributeField, { compare: unknown }>["compare"],
  cell: (column: string) => string,
  layout: Layout,
  bind: Bindings,
): string {
  const [a, b] = [left, right].map((column) => `trimBoth(${cell(column)})`);
  const [readA, readB] = [layout.times.get(left), layout.times.get(right)];
  const operator = { after: ">", before: "<", equal: "=" }[is];
  const test = (x: string, y: string) =>
    `multiIf(${a} = '' OR ${b} = '', '', ifNull(${x} ${operator} ${y}, 0), 'yes', 'no')`;
  if (readA && readB)
    return test(
      timeSql(cell(left), readA, layout.zone, bind),
      timeSql(cell(right), readB, layout.zone, bind),
    );
  const [x, y] = [numberSql(a!, layout.decimal), numberSql(b!, layout.decimal)];
  return `if(isNotNull(${x}) AND isNotNull(${y}), ${test(x, y)}, ${test(a!, b!)})`;
}

function measuresSql(values: readonly string[], codes: readonly number[]): string {
  const pairs = values.map(
    (value, index) =>
      `(toUInt16(${must(codes[index], "a measure's code")}), toFloat64(ifNull(${value}, nan)))`,
  );
  return `arrayFilter(m -> isFinite(m.2), [${pairs.join(", ")}])`;
}

/** What makes the event itself: its source and kind of row, and its `id` columns or else all of it. */
function idSql(
  { source, kind, rule }: Loading,
  content: string,
  cell: (column: string) => string,
  bind: Bindings,
): string {
  const own = kind.id ? `cityHash64(${kind.id.map(cell).join(", ")})` : content;
  return eventHash(`bitXor(${own}, cityHash64(${bind.text(source)}, ${rule}))`);
}

function problemSql(problems: readonly Problem[], bind: Bindings): string {
  if (problems.length === 0) return "''";
  const cases = problems.flatMap(([condition, reason]) => [
    condition,
    bind.text(writeMessage(reason)),
  ]);
  return `multiIf(${cases.join(", ")}, '')`;
}

/** Which rows are of this kind. One that cannot be read at all is shown once, by the first kind. */
function conditionsSql(
  { kind, rule, rules }: Loading,
  cell: (column: string) => string,
  bind: Bindings,
  broken: string | undefined,
): string {
  const tests = (kind.when ?? []).map((condition) => conditionSql(condition, cell, bind));
  if (rules > 1 && kind.time !== undefined) tests.push(`trimBoth(${cell(kind.time)}) != ''`);
  if (tests.length === 0 && (rules === 1 || broken === undefined)) return "";
  const all = tests.length > 0 ? tests.map((test) => `(${test})`).join(" AND ") : "1";
  if (broken === undefined) return all;
  return rule === 0 ? `(${broken}) OR (${all})` : `NOT (${broken}) AND ${all}`;
}

function conditionSql(
  { column, in: among, notIn, filled }: Condition,
  cell: (column: string) => string,
  bind: Bindings,
): string {
  const text = `trimBoth(${cell(column)})`;
  const tests = [
    ...(among ? [`has(${bind.texts(among)}, ${text})`] : []),
    ...(notIn ? [`NOT has(${bind.texts(notIn)}, ${text})`] : []),
    ...(filled === undefined ? [] : [`${text} ${filled ? "!=" : "="} ''`]),
  ];
  return tests.length > 0 ? tests.join(" AND ") : "1";
}
