import { expect, test } from "vitest";
import { sound } from "./sound.ts";

test("what is said alike has one code", () => {
  for (const [a, b] of [
    ["dijkstra", "dykstra"],
    ["schmidt", "smit"],
    ["visser", "fisser"],
    ["claassen", "klaasen"],
    ["jansen", "janssen"],
    ["sophie", "sofie"],
    ["eric", "erik"],
    ["bakker", "baker"],
  ] as const)
    expect([a, sound(a)]).toEqual([a, sound(b)]);
});

test("what is said otherwise has not", () => {
  for (const [a, b] of [
    ["jansen", "hansen"],
    ["bakker", "bekkering"],
    ["smit", "visser"],
  ] as const)
    expect(sound(a)).not.toBe(sound(b));
});
