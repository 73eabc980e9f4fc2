import { expect, test } from "vitest";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { problem } from "../../protocol/problem.ts";
import { readAnswer } from "./client.ts";
import { troubleWords } from "./trouble.tsx";

function refusal(body: object): unknown {
  try {
    return readAnswer("maps", false, JSON.stringify(body));
  } catch (error) {
    return error;
  }
}

test("what the server refused is told in the reader's language", () => {
  const error = refusal(problem("not-found", message("no-map", { map: "jo_a" })));
  expect([troubleWords(error, "nl"), troubleWords(error, "en")]).toEqual([
    "In deze werkruimte is geen kaart jo_a.",
    "There is no map jo_a in this workspace.",
  ]);
});

test("what the server has English words for only is told in these", () => {
  const error = refusal(problem("bad-request", "The body is not JSON."));
  expect(troubleWords(error, "nl")).toBe("The body is not JSON.");
});

test("what this page itself could not read is told in the reader's language", () => {
  const error = new AppError("bad-mapping", message("file-empty", { name: "a.csv" }));
  expect(troubleWords(error, "nl")).toBe("a.csv is leeg. Kies een bestand met rijen erin.");
});
