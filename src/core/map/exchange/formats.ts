/** The kinds of file that hold a whole map as something that can be read again. */
export const mapFormats = {
  yaml: { name: "YAML", extension: "journey.yaml", type: "application/yaml" },
  json: { name: "JSON", extension: "journey.json", type: "application/json" },
  xlsx: {
    name: "Excel",
    extension: "xlsx",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  csv: { name: "CSV", extension: "csv", type: "text/csv; charset=utf-8" },
  ojf: { name: "OpenJourney", extension: "ojf", type: "application/json" },
  cjml: { name: "CJML", extension: "cjml.xml", type: "application/xml" },
  mermaid: { name: "Mermaid", extension: "mmd", type: "text/plain; charset=utf-8" },
} as const;

export type MapFormat = keyof typeof mapFormats;
export const mapFormatNames = Object.keys(mapFormats) as [MapFormat, ...MapFormat[]];

/** Is this the name of such a kind of file? */
export function isMapFormat(name: string): name is MapFormat {
  return Object.hasOwn(mapFormats, name);
}

/** The format that a file's name asks for; null when it tells nothing. */
export function formatOfName(name: string): MapFormat | null {
  const lower = name.toLowerCase();
  if (/\.ya?ml$/.test(lower)) return "yaml";
  if (/\.(cjml|xml)$/.test(lower)) return "cjml";
  if (/\.(mmd|mermaid)$/.test(lower)) return "mermaid";
  return mapFormatNames.find((format) => lower.endsWith(`.${format}`)) ?? null;
}

/** The name of a file without its folder and its ending: what a map is called that has no title. */
export function stemOf(name: string): string {
  const base = name.replace(/^.*[/\\]/s, "");
  const stem = base.replace(/(\.journey|\.cjml)?\.[A-Za-z0-9]{1,8}$/, "").trim();
  return (stem === "" ? base : stem).slice(0, 160) || "…";
}
