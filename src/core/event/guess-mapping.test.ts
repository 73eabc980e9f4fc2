import { expect, test } from "vitest";
import { guessMapping, type GuessFile } from "./guess-mapping.ts";
import { sniffColumn } from "./sniff-column.ts";

function file(name: string, columns: Record<string, string[]>): GuessFile {
  return {
    name,
    format: "csv",
    columns: Object.entries(columns).map(([column, values]) => sniffColumn(column, values)),
    dialect: { delimiter: ";", header: true, encoding: "utf-8", decimal: "." },
  };
}

test("a Dutch contact file is understood without a word", () => {
  const guess = guessMapping([
    file("contacten_2026-01.csv.gz", {
      Klantnummer: ["K1", "K2"],
      "E-mail": ["a@b.nl", "c@d.nl"],
      Telefoon: ["06-12345678", "020 1234567"],
      Datum: ["31-01-2026 10:00", "1-2-2026 11:00"],
      Kanaal: ["telefoon", "chat"],
      Activiteit: ["Gebeld", "Gechat"],
      "NPS score": ["9", "0"],
      Bedrag: ["12,50", "3,75"],
      Toelichting: ["fijn", "traag"],
      Regio: ["Oost", "West"],
    }),
  ]);
  expect(guess).toEqual({
    missing: [],
    ambiguous: [],
    mapping: {
      spoor: "mapping/1",
      zone: "Europe/Amsterdam",
      identity: {},
      journeys: { by: "person" },
      sources: [
        {
          name: "contacten",
          files: "contacten*",
          format: "csv",
          dialect: { delimiter: ";", header: true, encoding: "utf-8", decimal: "," },
          rows: [
            {
              kind: "event",
              who: { customer: "Klantnummer", email: "E-mail", phone: "Telefoon" },
              what: "Activiteit",
              time: "Datum",
              channel: "Kanaal",
              comment: "Toelichting",
              measures: [
                { kind: "score", name: "NPS score", column: "NPS score", scale: [0, 10] },
                { kind: "amount", name: "Bedrag", column: "Bedrag", currency: "EUR" },
              ],
              attributes: { Regio: "Regio" },
            },
          ],
        },
      ],
    },
  });
});

test("columns that are given are taken, and people without a journey get their whole history", () => {
  const columns = { case_id: ["1"], x: ["A"], t: ["2024-01-01 10:00"], klant: ["K1"] };
  const { mapping, missing } = guessMapping([file("f.csv", columns)], {
    event: "x",
    time: "t",
    who: { customer: "klant" },
  });
  expect(missing).toEqual([]);
  expect(mapping.journeys).toEqual({ by: "person" });
  expect(mapping.sources[0]?.rows).toEqual([
    {
      kind: "event",
      who: { customer: "klant" },
      what: "x",
      time: "t",
      attributes: { case_id: "case_id" },
    },
  ]);
});

test("what is missing and what cannot be told is said, not guessed", () => {
  const { missing, ambiguous } = guessMapping([
    file("f.csv", { nr: ["A1", "A2"], when: ["1-2-2024", "3-4-2024"] }),
  ]);
  const columns = ["nr", "when"];
  expect(missing).toEqual([
    { file: "f.csv", role: "event", columns },
    { file: "f.csv", role: "who", columns },
  ]);
  expect(ambiguous).toEqual([{ file: "f.csv", column: "when", example: "1-2-2024" }]);
});
