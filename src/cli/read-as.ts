import { readFile } from "node:fs/promises";
import { AppError } from "../core/problem.ts";

/**
 * A file as what `parse` makes of it.
 * @throws AppError that names the file: `not-found` when it cannot be read, or what `parse` throws.
 */
export async function readAs<T>(file: string, parse: (text: string) => T): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError("not-found", `${file} cannot be read. Is the name right?`, { cause });
  }
  try {
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new AppError(cause.code, `${file}: ${cause.message}`, { cause });
  }
}
