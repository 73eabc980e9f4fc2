import { parseArgs } from "node:util";
import { check, type CheckResult } from "../core/map/check/check.ts";
import { CheckSettings } from "../core/map/check/settings.ts";
import { readCheckSettings } from "../core/map/check/settings-file.ts";
import { readJourney } from "../core/map/file.ts";
import type { Journey } from "../core/map/journey.ts";
import type { Language } from "../core/message/wording.ts";
import { checkReport } from "./check-report.ts";
import { sarif } from "./check-sarif.ts";
import { misused, type Io } from "./command.ts";
import { readAs } from "./read-as.ts";

/** A checked journey file, with the text it was read from. */
export type CheckedFile = {
  readonly file: string;
  readonly text: string;
  readonly journey: Journey;
  readonly result: CheckResult;
};

/** `spoor check`: the health check of journey files; 1 when a finding is an error, 2 when called wrongly. */
export async function checkCommand(args: string[], io: Io, today: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      sarif: { type: "boolean", default: false },
      lang: { type: "string" },
      settings: { type: "string" },
    },
  });
  const { lang, json, sarif: asSarif } = values;
  if (positionals.length === 0) return misused(io, "Which file? `spoor help check` tells more.");
  if (lang !== undefined && lang !== "nl" && lang !== "en")
    return misused(io, `--lang is nl or en, not ${lang}.`);
  if (json && asSarif) return misused(io, "Choose --json or --sarif.");

  const settings =
    values.settings === undefined
      ? CheckSettings.parse({})
      : await readAs(values.settings, readCheckSettings);
  const maps = await Promise.all(
    positionals.map((file) => readAs(file, (text) => ({ file, text, journey: readJourney(text) }))),
  );
  const checked: CheckedFile[] = maps.map((each) => {
    const current = maps.find(({ journey }) => journey.id === each.journey.basedOn)?.journey;
    return { ...each, result: check(each.journey, { today, current }, settings) };
  });
  if (json)
    io.out(
      JSON.stringify(
        checked.map(({ file, result }) => ({ file, ...result })),
        null,
        2,
      ),
    );
  else if (asSarif) io.out(JSON.stringify(sarif(checked, lang ?? "en"), null, 2));
  else
    for (const one of checked)
      for (const line of checkReport(one, languageOf(one, lang))) io.out(line);
  const failed = checked.some(({ result }) =>
    result.findings.some(({ severity }) => severity === "error"),
  );
  return failed ? 1 : 0;
}

function languageOf({ journey }: CheckedFile, chosen: Language | undefined): Language {
  return chosen ?? journey.language ?? "en";
}
