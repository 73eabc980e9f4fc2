import { writeCsv } from "../../../core/map/exchange/csv.ts";
import type { Access } from "./sections.ts";
import { zipped, type ZipFile } from "./zip.ts";

/** An access export as a zip of CSV files, one a part; spreadsheets reckon with none of its cells. */
export function writeCsvZip(access: Access): AsyncGenerator<Uint8Array> {
  return zipped(filesOf(access));
}

async function* filesOf({ title, lead, language, sections }: Access): AsyncGenerator<ZipFile> {
  const sign = language === "nl" ? ";" : ",";
  const heads = sections.map(({ part, title: name, about }) => [`${part}.csv`, name, about]);
  yield {
    name: "index.csv",
    text: listed(`\uFEFF${writeCsv([["", title, lead], ...heads], sign)}`),
  };
  for (const { part, columns, rows } of sections) {
    const text = async function* () {
      yield `\uFEFF${writeCsv([columns], sign)}`;
      for await (const row of rows) yield writeCsv([row], sign);
    };
    yield { name: `${part}.csv`, text: text() };
  }
}

async function* listed(text: string): AsyncGenerator<string> {
  yield text;
}
