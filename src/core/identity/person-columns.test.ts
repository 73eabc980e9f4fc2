import { expect, test } from "vitest";
import { guessPersonColumns } from "./person-columns.ts";

test("columns are known by their Dutch and English names", () => {
  expect(
    guessPersonColumns([
      "Klantnummer",
      "Voornaam",
      "Tussenvoegsel",
      "Achternaam",
      "Geb. datum",
      "E-mailadres",
    ]),
  ).toEqual({
    given: "Voornaam",
    infix: "Tussenvoegsel",
    surname: "Achternaam",
    birth: "Geb. datum",
    email: "E-mailadres",
  });
  expect(
    guessPersonColumns(["first_name", "lastName", "date_of_birth", "zipCode", "houseNumber"]),
  ).toEqual({
    given: "first_name",
    surname: "lastName",
    birth: "date_of_birth",
    postcode: "zipCode",
    house: "houseNumber",
  });
});

test("a whole name is taken only where its parts are missing", () => {
  expect(guessPersonColumns(["naam", "plaats"])).toEqual({ full: "naam", place: "plaats" });
  expect(guessPersonColumns(["naam", "achternaam"])).toEqual({ surname: "achternaam" });
});
