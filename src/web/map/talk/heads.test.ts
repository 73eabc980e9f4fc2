import { expect, test } from "vitest";
import { comment } from "./comment.fixture.ts";
import { headsOf } from "./heads.ts";
import { peopleOf } from "./people.ts";
import type { Place, Placed } from "./threads.ts";
import { threadsOf } from "./threads.ts";

const on = (id: string | null): Place => ({ kind: "pain", title: "Slow", on: id, gone: false });
const reaction = (element: string, mark: "agree" | "idea") => ({
  element,
  mark,
  by: [{ id: "person-ben", name: "Ben" }],
});

test("a head tells of open threads, unread comments and reactions on what it holds", () => {
  const said = [
    comment("open"),
    comment("answer", { thread: "open" }),
    comment("settled", { resolved: "2026-11-21T10:00:00Z" }),
    comment("other"),
    comment("map"),
  ];
  const places = [on("tp_a"), on("tp_a"), on("ep_a"), on(null)];
  const threads: Placed[] = threadsOf(said).map((thread, at) => ({
    ...thread,
    place: places[at]!,
  }));
  const given = [reaction("tp_a", "agree"), reaction("tp_b", "idea"), reaction("tp_a", "idea")];
  const heads = headsOf(threads, given, ({ id }) => id === "answer" || id === "settled");
  expect(Object.fromEntries(heads)).toEqual({
    tp_a: { open: 1, unread: 2, reactions: [given[0], given[2]] },
    ep_a: { open: 1, unread: 0, reactions: [] },
    tp_b: { open: 0, unread: 0, reactions: [given[1]] },
  });
});

test("the team, who said something and who is here can be asked to look, each once", () => {
  const team = [
    { id: "mb_a", name: "Zoë" },
    { id: "mb_b", name: "x".repeat(81) },
  ];
  const said = [comment("a"), comment("b", { author: { id: "person-me", name: "Me" } })];
  expect(peopleOf({ team } as never, said, ["Ben ", "Anna"], "Me")).toEqual(["Anna", "Ben", "Zoë"]);
});
