import type { Access } from "./sections.ts";

/** An access export as JSON: per part its rows as objects by the names of its columns. */
export async function* writeJson({
  title,
  lead,
  language,
  sections,
}: Access): AsyncGenerator<string> {
  yield `{"title":${text(title)},"about":${text(lead)},"language":${text(language)},"parts":{`;
  for (const [place, section] of sections.entries()) {
    const { part, title: name, about, columns, rows } = section;
    yield `${place === 0 ? "" : ","}\n${text(part)}:{"title":${text(name)},"about":${text(about)},"rows":[`;
    let first = true;
    for await (const row of rows) {
      const object = Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ""]));
      yield `${first ? "" : ","}\n${JSON.stringify(object)}`;
      first = false;
    }
    yield "]}";
  }
  yield "\n}}\n";
}

const text = (value: string) => JSON.stringify(value);
