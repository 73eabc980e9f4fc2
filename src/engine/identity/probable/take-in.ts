import { standardise, type RawPerson, type Reading } from "../../../core/identity/person-record.ts";
import { literal } from "../../literal.ts";
import type { Lane } from "../../port.ts";
import { recordColumns, texts, type Tables } from "./tables.ts";

/** Takes records in, in standard form, batch by batch. */
export async function takeIn(
  lane: Lane,
  { incoming }: Tables,
  people: AsyncIterable<readonly RawPerson[]>,
  reading: Reading,
  signal: AbortSignal | undefined,
): Promise<void> {
  await lane.run(`CREATE TABLE ${incoming} (${recordColumns}) ENGINE = MergeTree ORDER BY tuple()`);
  for await (const some of people) {
    if (some.length === 0) continue;
    const rows = some.map((raw) => {
      const record = standardise(raw, reading);
      const cells = texts.map(([, of]) => literal(of(record)));
      return `(${cells.join(",")},[${record.parts.map(literal).join(",")}])`;
    });
    await lane.run(`INSERT INTO ${incoming} VALUES ${rows.join(",")}`, {}, { signal });
  }
}
