import { LineCounter, parseDocument } from "yaml";
import { rules, wordsOf } from "../core/map/check/rules.ts";
import type { Severity } from "../core/map/check/rule.ts";
import { walk } from "../core/map/elements.ts";
import type { Language } from "../core/message/wording.ts";
import { version } from "../server/version.ts";
import type { CheckedFile } from "./check.ts";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  hint: "note",
};

/** The findings as SARIF 2.1.0, which code review tools show beside the lines of a file. */
export function sarif(checked: readonly CheckedFile[], language: Language) {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "spoor check",
            version: version(),
            rules: rules.map(({ id, severity, source, words }) => ({
              id,
              shortDescription: { text: words[language].why },
              help: { text: `${words[language].todo} (${source})` },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        results: checked.flatMap((one) => resultsOf(one, language)),
      },
    ],
  };
}

function resultsOf({ file, text, journey, result }: CheckedFile, language: Language) {
  const lines = linesOf(text, journey);
  const uri = file.split("/").map(encodeURIComponent).join("/");
  return [
    ...result.findings.map((finding) => ({ ...finding, reason: null })),
    ...result.excepted,
  ].map((finding) => {
    const { title = "", todo = "" } = wordsOf(finding, language) ?? {};
    return {
      ruleId: finding.rule,
      ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
      level: levels[finding.severity],
      message: { text: `${title}. ${todo}` },
      locations: finding.at.map((id) => ({
        physicalLocation: {
          artifactLocation: { uri },
          region: { startLine: lines.get(id) ?? 1 },
        },
        logicalLocations: [{ name: id }],
      })),
      ...(finding.reason !== null && {
        suppressions: [{ kind: "inSource", justification: finding.reason }],
      }),
    };
  });
}

/** On which line of the text each element begins. */
function linesOf(text: string, journey: CheckedFile["journey"]): ReadonlyMap<string, number> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: false });
  const paths = new Map<string, (string | number)[]>();
  const lines = new Map<string, number>();
  for (const { element, parent, list, at } of walk(journey)) {
    const path = parent === null ? [] : [...(paths.get(parent.id) ?? []), list, at];
    paths.set(element.id, path);
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    lines.set(element.id, node?.range ? counter.linePos(node.range[0]).line : 1);
  }
  return lines;
}
