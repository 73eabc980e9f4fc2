import { afterEach, expect, test, vi } from "vitest";
import { recall, remember } from "./memory.ts";

afterEach(() => vi.unstubAllGlobals());

test("where the browser refuses to remember, a choice holds as long as the page", () => {
  const refuse = () => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  expect(recall("spoor.test")).toBeNull();
  remember("spoor.test", "nl");
  expect(recall("spoor.test")).toBe("nl");
});

test("where it remembers, its word counts", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  remember("spoor.test", "en");
  expect(kept.get("spoor.test")).toBe("en");
  kept.set("spoor.test", "nl");
  expect(recall("spoor.test")).toBe("nl");
});
