import { expect, test } from "vitest";
import { isOnlyHere } from "./guest-link.ts";

test.each([
  ["localhost", true],
  ["spoor.localhost", true],
  ["127.0.0.1", true],
  ["[::1]", true],
  ["192.168.1.20", false],
  ["localhost.example.com", false],
  ["127.0.0.1.example.com", false],
  ["spoor.example.com", false],
])("of %s phones on the network are kept out: %s", (host, only) => {
  expect(isOnlyHere(host)).toBe(only);
});
