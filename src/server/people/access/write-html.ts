import type { Access } from "./sections.ts";

const style = `:root{color-scheme:light dark}body{margin:2rem auto;max-width:72rem;padding:0 1.5rem;background:light-dark(#fbfaf6,#171715);color:light-dark(#1f2224,#ece8de);font:15px/1.5 system-ui,sans-serif}h1,h2{font-family:Georgia,serif;font-weight:500;line-height:1.2}h2{margin-top:2.5rem;border-top:2px solid;padding-top:.75rem}p{max-width:44rem}div{overflow-x:auto}table{border-collapse:collapse;font-size:13px}th,td{text-align:left;vertical-align:top;padding:.3rem 1rem .3rem 0;border-bottom:1px solid light-dark(#e6e2d9,#2b2a26);overflow-wrap:anywhere;min-width:5rem}th{font-weight:600}@media print{body{margin:0;max-width:none}}`;

/** An access export as a page that needs nothing else: no script, no address outside it. */
export async function* writeHtml(access: Access): AsyncGenerator<string> {
  const { title, lead, language, nothing, sections } = access;
  yield `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${marked(title)}</title><style>${style}</style></head><body><main><h1>${marked(title)}</h1><p>${marked(lead)}</p>`;
  for (const { title: name, about, columns, rows } of sections) {
    yield `<section><h2>${marked(name)}</h2><p>${marked(about)}</p>`;
    let any = false;
    for await (const row of rows) {
      if (!any)
        yield `<div tabindex="0" role="region" aria-label="${marked(name)}"><table><thead><tr>${columns.map((column) => `<th scope="col">${marked(column)}</th>`).join("")}</tr></thead><tbody>`;
      any = true;
      yield `<tr>${row.map((cell) => `<td>${marked(cell)}</td>`).join("")}</tr>\n`;
    }
    yield any ? "</tbody></table></div></section>" : `<p>${marked(nothing)}</p></section>`;
  }
  yield "</main></body></html>\n";
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function marked(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
