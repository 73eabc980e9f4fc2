import { expect, test } from "vitest";
import { comment } from "./comment.fixture.ts";
import { firstSeen, isUnread, withRead } from "./seen.ts";
import { threadsOf } from "./threads.ts";

const before = comment("before", { at: "2026-11-20T10:00:00Z" });
const answer = comment("answer", { thread: "before", at: "2026-11-21T10:00:00Z" });
const other = comment("other", { at: "2026-11-21T11:00:00Z" });
const own = comment("own", { at: "2026-11-22T10:00:00Z", author: { id: "person-me", name: "Me" } });
const all = [before, answer, other, own];
const unread = (seen: Parameters<typeof isUnread>[1]) =>
  all.filter((each) => isUnread(each, seen, "person-me")).map(({ id }) => id);

test("at the first visit nothing is new; what others say after it is", () => {
  expect(unread(firstSeen(all))).toEqual([]);
  expect(unread(firstSeen([before]))).toEqual(["answer", "other"]);
  expect(unread(firstSeen([]))).toEqual(["before", "answer", "other"]);
  expect(unread(null)).toEqual([]);
});

test("a thread that was on the screen is read up to its newest; threads that are gone are forgotten", () => {
  const threads = threadsOf(all);
  const seen = withRead(
    { ...firstSeen([before]), threads: { gone: before.at } },
    threads[0]!,
    threads,
  );
  expect(seen).toEqual({ since: before.at, threads: { before: answer.at } });
  expect(unread(seen)).toEqual(["other"]);
});
