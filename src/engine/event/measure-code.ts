import { z } from "zod";
import type { MeasureField } from "../../core/event/mapping.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Engine } from "../port.ts";

const Row = z.object({
  code: z.number(),
  kind: z.string(),
  name: z.string(),
  unit: z.string(),
  low: z.number(),
  high: z.number(),
});

/** How a measure stands in table `measure`: the time between two columns is a duration like others. */
export function measureKey(field: MeasureField): Omit<z.infer<typeof Row>, "code"> {
  const { name } = field;
  switch (field.kind) {
    case "score":
      return { kind: "score", name, unit: "", low: field.scale[0], high: field.scale[1] };
    case "amount":
      return { kind: "amount", name, unit: field.currency, low: 0, high: 0 };
    case "duration":
    case "between":
      return { kind: "duration", name, unit: "seconds", low: 0, high: 0 };
    case "moment":
      return { kind: "moment", name, unit: "", low: 0, high: 0 };
    case "number":
      return { kind: "number", name, unit: field.unit ?? "", low: 0, high: 0 };
  }
}

/**
 * The codes of these measures in a workspace, in their order; those that are new get one.
 * Only one import of a workspace runs at a time, so no two ask at once.
 */
export async function measureCodes(
  engine: Engine,
  ws: number,
  fields: readonly MeasureField[],
): Promise<number[]> {
  const rows = await engine.lookup.rows(
    Row,
    "SELECT code, kind, name, unit, low, high FROM measure FINAL WHERE ws = {ws:UInt32}",
    { ws },
  );
  const keyOf = ({ kind, name, unit, low, high }: Omit<z.infer<typeof Row>, "code">) =>
    JSON.stringify([kind, name, unit, low, high]);
  const codes = new Map(rows.map((row) => [keyOf(row), row.code]));
  let last = Math.max(0, ...codes.values());
  const found: number[] = [];
  for (const field of fields) {
    const row = measureKey(field);
    const key = keyOf(row);
    let code = codes.get(key);
    if (code === undefined) {
      code = last += 1;
      if (code > 65_535) throw new AppError("too-much", message("too-many-measures"));
      codes.set(key, code);
      await engine.intake.run(
        `INSERT INTO measure (ws, code, kind, name, unit, low, high) VALUES
          ({ws:UInt32}, {code:UInt16}, {kind:String}, {name:String}, {unit:String}, {low:Float64}, {high:Float64})`,
        { ws, code, ...row },
      );
    }
    found.push(code);
  }
  return found;
}
