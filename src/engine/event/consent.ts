import type { Field, RowKind } from "../../core/event/mapping.ts";
import type { Message } from "../../core/message/message.ts";
import { message } from "../../core/message/message.ts";
import { BY, CONSENT, HOW, PAGE, TEXT } from "../people/consent-attributes.ts";
import type { Bindings } from "./bindings.ts";
import type { RowSql } from "./row-sql.ts";

const yes = ["yes", "y", "true", "1", "ja", "j", "waar", "given", "granted", "opt-in", "akkoord"];
const no = [
  "no",
  "n",
  "false",
  "0",
  "nee",
  "onwaar",
  "withdrawn",
  "denied",
  "opt-out",
  "geweigerd",
];

/** In place of a word that says neither. */
const UNREADABLE = "?";

/** What a row says about consent, as a map that is laid over its attributes, and what is wrong with it. */
export function consentSql(
  { consent, time }: RowKind,
  field: (field: Field | undefined) => string,
  { object }: Pick<RowSql, "object">,
  bind: Bindings,
  byPage: boolean,
): { map: string; problems: [string, Message][] } | null {
  if (consent === undefined) return null;
  const word = (value: string) =>
    `multiIf(trimBoth(${value}) = '', '', has(${bind.texts(yes)}, lower(trimBoth(${value}))), 'yes', has(${bind.texts(no)}, lower(trimBoth(${value}))), 'no', '${UNREADABLE}')`;
  const columns = Object.entries(consent.of ?? {});
  const pairs = columns.flatMap(([purpose, from]) => [
    bind.text(CONSENT + purpose.trim().toLowerCase()),
    word(field(from)),
  ]);
  const maps = [
    ...(pairs.length > 0 ? [`map(${pairs.join(", ")})`] : []),
    ...(consent.in === undefined
      ? []
      : [
          `mapApply((k, v) -> (concat('${CONSENT}', lower(trimBoth(k))), ${word("v")}), ${object(consent.in)})`,
        ]),
  ];
  if (maps.length === 0) return null;
  const said = `mapFilter((k, v) -> v != '', ${maps.reduce((sql, more) => `mapUpdate(${sql}, ${more})`)})`;
  const about = `map('${TEXT}', ${field(consent.text)}, '${HOW}', ${field(consent.how)}${byPage ? `, '${BY}', '${PAGE}'` : ""})`;
  const unreadable = columns.map(([, from]) => `${word(field(from))} = '${UNREADABLE}'`);
  return {
    map: `if(empty(${said}), ${said}, mapUpdate(${about}, ${said}))`,
    problems: [
      ...(unreadable.length > 0
        ? ([[unreadable.join(" OR "), message("consent-unreadable")]] as [string, Message][])
        : []),
      ...(time === undefined
        ? ([[`notEmpty(${said})`, message("consent-without-time")]] as [string, Message][])
        : []),
    ],
  };
}
