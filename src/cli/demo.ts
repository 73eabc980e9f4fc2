import { parseArgs } from "node:util";
import { AppError } from "../core/problem.ts";
import { writeDemo } from "../server/demo/write.ts";

const USAGE = "Usage: spoor demo [--customers N] [--seed S] [--out DIR]";

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * `spoor demo`: writes the exports of an invented energy supplier, and what was planted in them.
 * @returns the exit code: 0 written, 1 failed, 2 wrong usage.
 */
export async function demo(args: string[], out: (line: string) => void): Promise<number> {
  let values: { customers: string; seed: string; out: string };
  try {
    ({ values } = parseArgs({
      args,
      options: {
        customers: { type: "string", default: "20000" },
        seed: { type: "string", default: "1" },
        out: { type: "string", default: "demo" },
      },
    }));
  } catch (error) {
    out(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  const customers = wholeNumber(values.customers);
  const seed = wholeNumber(values.seed);
  if (customers === null || seed === null) {
    const option = customers === null ? "--customers" : "--seed";
    out(`${option} takes a whole number.\n${USAGE}`);
    return 2;
  }
  try {
    const files = await writeDemo(values.out, { customers, seed });
    for (const file of files) out(file);
    out(`${files.length} files in ${values.out}; what was planted stands in truth.json.`);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    out(error.message);
    return 1;
  }
}
