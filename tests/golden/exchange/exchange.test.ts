import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mapFormats, type MapFormat } from "../../../src/core/map/exchange/formats.ts";
import { writeMapText } from "../../../src/core/map/exchange/write.ts";
import { readJourney, writeJourney } from "../../../src/core/map/file.ts";
import { say, type Message } from "../../../src/core/message/message.ts";
import { readMapFile } from "../../../src/server/map/exchange/read-map.ts";

const example = readJourney(
  readFileSync(new URL("../../../examples/energy/switching.journey.yaml", import.meta.url), "utf8"),
);

function told(report: readonly Message[]): string {
  return report.map((each) => `# ${say(each, "en")}\n# ${say(each, "nl")}\n`).join("");
}

test.each(["hotel.ojf", "loan.cjml.xml", "day.md", "machine.csv"])(
  "%s, as somebody else made it, is read as the map that it is",
  async (name) => {
    const bytes = readFileSync(new URL(`samples/${name}`, import.meta.url));
    const { journey, report, format } = await readMapFile(bytes, name);
    await expect(`# ${format}\n${told(report)}${writeJourney(journey)}`).toMatchFileSnapshot(
      `${name.replace(/\..*$/, "")}.golden.txt`,
    );
  },
);

const texts = (Object.keys(mapFormats) as MapFormat[]).filter(
  (format) => format !== "xlsx" && format !== "yaml" && format !== "json",
) as Exclude<MapFormat, "xlsx">[];

test.each(texts)("the example is written as %s as it was", async (format) => {
  const { text, report } = writeMapText(example, format);
  await expect(text).toMatchFileSnapshot(`switching.golden.${mapFormats[format].extension}`);
  await expect(told(report)).toMatchFileSnapshot(`switching.${format}.told.golden.txt`);
});
