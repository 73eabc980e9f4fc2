import { expect, test } from "vitest";
import { dueOn, standingOn } from "./request.ts";

const until = (deadline: string, end: "done" | null = null) => ({ deadline, end });

test.each([
  ["2026-11-30", "overdue"],
  ["2026-12-01", "soon"],
  ["2026-12-08", "soon"],
  ["2026-12-09", "open"],
] as const)("on 1 December a deadline of %s is %s", (deadline, standing) => {
  expect(standingOn("2026-12-01", until(deadline))).toBe(standing);
});

test("what is closed is never due", () => {
  expect(standingOn("2026-12-01", until("2025-01-01", "done"))).toBe("closed");
});

test("what is due is counted, with the first day on which something is", () => {
  const requests = [
    until("2027-01-12"),
    until("2026-12-03"),
    until("2026-11-02"),
    until("2026-10-01", "done"),
  ];
  expect(dueOn("2026-12-01", requests)).toEqual({
    open: 3,
    soon: 1,
    overdue: 1,
    next: "2026-11-02",
  });
  expect(dueOn("2026-12-01", [])).toEqual({ open: 0, soon: 0, overdue: 0, next: null });
});
