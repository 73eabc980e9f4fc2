import { expect, test } from "vitest";
import { softened } from "./soft-hyphen.ts";

test.each([
  ["verhuisformulier", "verhuis·for·mulier"],
  ["ingangsdatum", "ingangs·datum"],
  ["termijnbedrag", "termijn·bedrag"],
  ["klantenservice", "klanten·service"],
  ["meterstanden", "meter·standen"],
  ["terugbelafspraak", "terug·belaf·spraak"],
  ["contractbeheer", "contract·beheer"],
  ["vergelijker", "vergelijker"],
])("%s may break as %s", (word, broken) => {
  expect(softened(word).replaceAll("\u00ad", "·")).toBe(broken);
});

test("short words, spaces and signs stay as they are", () => {
  expect(softened("Ik bel, of ik 18 dagen wacht?")).toBe("Ik bel, of ik 18 dagen wacht?");
});
