import { shownFeeling } from "../../../core/map/sheet/shown-feeling.ts";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { cell } from "../../../core/map/sheet/cell.ts";
import { columnsOf } from "../../../core/map/sheet/column.ts";
import { laneName, lanesOf } from "../../../core/map/sheet/lanes.ts";
import { toldFeelings } from "../../../core/map/sheet/told-feeling.ts";
import { sheetWords } from "../../../core/map/sheet/words.ts";
import { formatIn } from "../../../core/message/format.ts";
import { richHtml } from "./rich-html.ts";
import { drawSvg, escaped } from "./svg.ts";
import { fileName, type Given, type Writer } from "./writer.ts";

/** The map as one page that needs nothing else: the picture, and all of it as a list to be read. */
export const writeHtml: Writer = async (given) => {
  const { journey, language } = given;
  const { svg } = await drawSvg(given);
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(journey.title)}</title>
<style>
${await faces()}
${style}
</style>
</head>
<body>
<div class="sheet" tabindex="0" role="region" aria-label="${escaped(journey.title)}">
${svg}</div>
<main>
${list(given)}
</main>
</body>
</html>
`;
  return {
    name: fileName(journey, "html"),
    type: "text/html; charset=utf-8",
    bytes: new TextEncoder().encode(page),
  };
};

const style = `body{margin:0;background:#fbfaf6;color:#1f2224;font:15px/1.55 Inter,system-ui,sans-serif}
.sheet{overflow-x:auto}
.sheet svg{display:block}
main{max-width:44rem;padding:2rem 28px 4rem}
h1,h2{font-family:Newsreader,Georgia,serif;font-weight:500;line-height:1.25}
h2{margin-top:2.5rem;padding-top:.5rem;border-top:2px solid #1f2224;font-size:1.35rem}
h3{margin:1.6rem 0 .3rem;font-size:1rem}
h3 small{margin-left:.4rem;color:#686c72;font-weight:400}
dl{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:.25rem 1rem;margin:0}
dt{color:#686c72}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
dd ul,dd ol{margin:0;padding-left:1.2em;white-space:normal}
dd a{color:inherit}
@media print{.sheet{overflow:visible}.sheet svg{width:100%;height:auto}}`;

const fonts = [
  ["Inter", "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", "100 900"],
  [
    "Newsreader",
    "@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
    "200 800",
  ],
] as const;

async function faces(): Promise<string> {
  const rules = fonts.map(async ([family, file, weights]) => {
    const bytes = await readFile(fileURLToPath(import.meta.resolve(file)));
    return `@font-face{font-family:${family};font-weight:${weights};src:url(data:font/woff2;base64,${bytes.toString("base64")}) format("woff2")}`;
  });
  return (await Promise.all(rules)).join("\n");
}

/** The journey for who cannot see the picture, and for find-in-page: nothing is cut short here. */
function list({ journey, overlay, language }: Given): string {
  const words = sheetWords[language];
  const drawn = { words, format: formatIn(language), most: Infinity };
  const columns = columnsOf(journey, overlay);
  const lanes = lanesOf(columns, journey.lanes);
  const lines = [`<h1>${escaped(journey.title)}</h1>`];
  let episode = "";
  for (const column of columns) {
    if (column.episode.id !== episode) lines.push(`<h2>${escaped(column.episode.title)}</h2>`);
    episode = column.episode.id;
    const { title, channel } = column.touchpoint;
    const by = channel === undefined ? "" : ` <small>${words.channel[channel]}</small>`;
    lines.push(`<h3>${escaped(title)}${by}</h3>`, "<dl>");
    for (const lane of lanes) {
      const told =
        lane.kind === "emotion"
          ? toldFeelings(column, words).map(
              ({ name, feeling }) =>
                `${name === null ? "" : `${escaped(name)}: `}${shownFeeling(feeling.value, drawn.format)}`,
            )
          : lane.kind === "stream"
            ? column.still === null
              ? []
              : [drawn.format.percent(column.still)]
            : cell(lane, column, drawn).map(({ text, rich }) =>
                rich ? richHtml(text) : escaped(text),
              );
      if (told.length > 0)
        lines.push(`<dt>${escaped(laneName(lane, words))}</dt>`, `<dd>${told.join("\n")}</dd>`);
    }
    lines.push("</dl>");
  }
  return lines.join("\n");
}
