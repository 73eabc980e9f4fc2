import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findThemes, type Comment } from "./find.ts";
import { wordsOf } from "./words.ts";

const said = (texts: readonly string[], feeling: number | null): Comment[] =>
  texts.map((text) => ({ text, feeling }));

const waiting = [
  "Een kwartier gewacht en toen was ik eruit gegooid.",
  "Lang wachten aan de telefoon.",
  "Weer een half uur in de wacht gezet.",
  "Wachten, wachten, wachten.",
  "Ik heb heel lang gewacht op antwoord.",
  "De wachttijd klopt niet, ik moest wachten.",
];
const bill = [
  "Het termijnbedrag is hoger dan in de offerte!",
  "Termijnbedrag klopt niet.",
  "Ze rekenen een ander termijnbedrag dan beloofd.",
  "Mijn termijnbedragen zijn verhoogd zonder bericht.",
  "Hoger termijnbedrag dan afgesproken.",
];
const delivery = [
  "The delivery was two weeks late.",
  "Still waiting for my delivery.",
  "Deliveries are always late here.",
  "They delivered the wrong thing.",
  "Late delivery, no message.",
];
const odd = ["Topzaak!", "Ik kom uit Assen.", "My neighbour told me."];

describe("themes of comments", () => {
  const all = [
    ...said(waiting, -0.5),
    ...said(bill, -0.8),
    ...said(delivery, -0.6),
    ...said(odd, 1),
  ];

  test("are found in Dutch and English, and every comment is in one or in none", () => {
    const { themes, none } = findThemes(all);
    const texts = themes.map(({ comments }) => comments.map((nth) => all[nth]!.text));
    expect(new Set(texts.map((each) => each.toSorted().join("|")))).toEqual(
      new Set([waiting, bill, delivery].map((each) => each.toSorted().join("|"))),
    );
    expect(none.map((nth) => all[nth]!.text)).toEqual(odd);
    expect(new Set(themes.map(({ words }) => words[0]))).toEqual(
      new Set(["delivery", "termijnbedrag", "wachten"]),
    );
  });

  test("do not depend on the order of the comments", () => {
    const told = (comments: readonly Comment[]) =>
      findThemes(comments).themes.map(({ words, comments: own }) => [
        words,
        own.map((nth) => comments[nth]!.text).toSorted(),
      ]);
    const straight = told(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(told(shuffled)).toEqual(straight);
      }),
    );
  });

  test("divide any comments: each once, in a theme or in none", () => {
    const word = fc.constantFrom(
      "wachten",
      "gewacht",
      "price",
      "prices",
      "de",
      "the",
      "rekening",
      "!",
    );
    const comment = fc.record({
      text: fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
      feeling: fc.option(fc.constantFrom(-1, 0, 1)),
    });
    fc.assert(
      fc.property(fc.array(comment, { maxLength: 60 }), (comments) => {
        const { themes, none } = findThemes(comments);
        const placed = [...themes.flatMap((each) => each.comments), ...none];
        expect(placed.toSorted((a, b) => a - b)).toEqual([...comments.keys()]);
        for (const each of themes) expect(each.comments.length).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  test("tell how much worse those who have it feel, once enough answered", () => {
    const many = [
      ...Array.from({ length: 40 }, (_, nth) => ({
        text: "Lang wachten",
        feeling: nth % 2 ? -1 : -0.5,
      })),
      ...Array.from({ length: 60 }, (_, nth) => ({
        text: "Fijne winkel",
        feeling: nth % 2 ? 1 : 0.5,
      })),
    ];
    const { themes } = findThemes(many);
    expect(themes[1]!.difference!.value).toBeCloseTo(-1.5, 9);
    expect(findThemes(all).themes[0]!.difference).toBeNull();
  });
});

test.each([
  ["gewacht", "wachten"],
  ["gebeld", "bellen"],
  ["rekening", "rekeningen"],
  ["prijs", "prijzen"],
  ["brief", "brieven"],
  ["delivery", "deliveries"],
  ["waited", "waiting"],
  ["price", "prices"],
])("%s and %s are forms of one word", (one, other) => {
  const english = /deliver|wait|price/.test(one) ? "the was it " : "het was de ";
  expect(wordsOf(english + one)[0]!.stem).toBe(wordsOf(english + other)[0]!.stem);
});
