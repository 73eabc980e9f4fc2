import { describe, expect, test } from "vitest";
import { message } from "../message/message.ts";
import { AppError } from "../problem.ts";
import { readMapping, writeMapping } from "./mapping-file.ts";

const canonical = `spoor: mapping/1
zone: Europe/Amsterdam
identity:
  customer:
    unique: true
    limit: 20
    blocked: []
journeys:
  by: gap
  days: 30
sources:
  - name: contact centre
    files: calls*.csv
    dialect:
      delimiter: ;
      header: true
      encoding: windows-1252
      decimal: ","
    dateOrder: dmy
    rows:
      - kind: event
        who:
          phone: Telefoonnummer
          customer: Klantnummer
        what:
          column: Reden
          values:
            "1": Vraag over de rekening
            verh: Verhuizing
        channel:
          value: phone
        time: Begin
      - kind: feedback
        what: Reden
        time: Einde
        measures:
          - kind: score
            name: CSAT
            column: Cijfer
            scale: [ 1, 5 ]
`;

describe("the mapping file", () => {
  test("in its canonical form is the same to the byte after reading and writing", () => {
    expect(writeMapping(readMapping(canonical))).toBe(canonical);
  });

  test("may leave out what goes without saying; writing says it", () => {
    const short = "spoor: mapping/1 # ours\nsources: [{ name: web, rows: [{ what: page }] }]\n";
    expect(writeMapping(readMapping(short))).toBe(`spoor: mapping/1
zone: Europe/Amsterdam
identity: {}
sources:
  - name: web
    files: "*"
    rows:
      - kind: event
        what: page
`);
  });
});

test("a fault inside alternatives is told for the alternative that was meant", () => {
  const faulty = canonical.replace("            scale: [ 1, 5 ]\n", "").replace("days:", "dagen:");
  expect(() => readMapping(faulty)).toThrow(
    new AppError(
      "bad-mapping",
      message("yaml-wrong", {
        said: [
          "9, journeys.days: Invalid input: expected number, received undefined",
          '10, journeys.dagen: Unrecognized key: "dagen"',
          "37, sources.0.rows.1.measures.0.scale: Invalid input: expected tuple, received undefined",
        ].join("\n"),
        rest: 0,
      }),
    ),
  );
});
