import { expect, test } from "vitest";
import { AppError } from "../core/problem.ts";
import { engineFailure } from "./failure.ts";

function failure(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}

test.each([
  ["a ClickHouse number", failure("Timeout exceeded", "159"), "timeout"],
  ["a number nobody knows", failure("Unknown table nope", "60"), "engine"],
  ["a reserved disk", failure("Cannot reserve 61 MiB, not enough space", "243"), "disk-full"],
  [
    "a disk that fills while writing",
    failure("errno: 28, No space left on device", "75"),
    "disk-full",
  ],
  ["chDB's own error", failure("Code: 241. DB::Exception: limit", "CHDB_QUERY"), "too-much"],
  ["a closed port", failure("connect ECONNREFUSED 127.0.0.1:1", "ECONNREFUSED"), "unavailable"],
])("%s becomes an expected failure that keeps the engine's words", (_case, error, code) => {
  const result = engineFailure(error);
  expect(result).toBeInstanceOf(AppError);
  expect(result).toMatchObject({
    code,
    message: expect.stringContaining(error.message),
    cause: error,
  });
});

test("what is no failure of the engine stays what it is", () => {
  for (const error of [
    new TypeError("bug"),
    failure("no such file", "ENOENT"),
    new AppError("conflict", "known"),
    "text",
  ]) {
    expect(engineFailure(error)).toBe(error);
  }
});
