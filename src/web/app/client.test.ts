import { describe, expect, test } from "vitest";
import { endpoints } from "../../protocol/endpoint.ts";
import { Refusal, addressOf, readAnswer } from "./client.ts";

describe("the address of a call", () => {
  test("fills the path, and carries a filter as JSON", () => {
    const params = { workspace: "my/own", filter: { channels: ["web"] }, limit: 5 };
    expect(addressOf(endpoints.routes, params)).toBe(
      "/api/w/my%2Fown/routes?filter=%7B%22channels%22%3A%5B%22web%22%5D%7D&limit=5",
    );
  });
  test("leaves an empty filter and missing values out", () => {
    expect(addressOf(endpoints.routes, { workspace: "demo", filter: {}, limit: undefined })).toBe(
      "/api/w/demo/routes",
    );
  });
});

describe("an answer", () => {
  test("is parsed by its schema", () => {
    expect(readAnswer("maps", true, `[{"id":"jo_a","title":"A","updated":"2026"}]`)).toEqual([
      { id: "jo_a", title: "A", updated: "2026" },
    ]);
  });
  test("that is a problem is thrown in the server's own words", () => {
    const problem = { type: "about:blank", title: "Gone", status: 404, detail: "Why.", code: "x" };
    expect(() => readAnswer("maps", false, JSON.stringify(problem))).toThrow(
      new Refusal("x", "Why."),
    );
  });
  test("of another shape than promised is refused", () => {
    expect(() => readAnswer("maps", true, `[{"id":1}]`)).toThrow(Refusal);
  });
  test("that is no JSON is refused with its beginning", () => {
    expect(() => readAnswer("maps", false, "<html>proxy")).toThrow(
      new Refusal("unreadable", "<html>proxy"),
    );
  });
});
