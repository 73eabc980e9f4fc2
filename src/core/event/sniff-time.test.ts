import { expect, test } from "vitest";
import { sniffTime, withOrder } from "./sniff-time.ts";

const text = (order: string, shape: string | null, more = {}) => ({
  kind: "text",
  order,
  shape,
  dateOnly: false,
  zoned: false,
  ...more,
});

test.each([
  [["2024-01-01 10:00:00", "2024-12-31 09:30:15"], text("ymd", "%Y-%m-%d %k:%i:%s"), "form"],
  [["2024-01-01T10:00:00.123"], text("ymd", "%Y-%m-%dT%k:%i:%s.%f"), "form"],
  [
    ["2011-10-01T00:38:44.546+02:00", "2011-10-01T00:38:44Z"],
    text("ymd", null, { zoned: true }),
    "form",
  ],
  [["2024-01-01", ""], text("ymd", "%Y-%m-%d", { dateOnly: true }), "form"],
  [["31-12-2024 9:05", "1-2-2024 10:00"], text("dmy", "%e-%c-%Y %k:%i"), "day"],
  [["12/31/2024", "1/2/2024"], text("mdy", "%c/%e/%Y", { dateOnly: true }), "day"],
  [["1 mrt 2024 10:00", "12 okt 2024 11:00"], text("dmy", null), "form"],
  [["1-2-2024 10:00", "3-4-2024 10:00"], text("dmy", "%e-%c-%Y %k:%i"), "none"],
  [["1704103200", "1704103201"], { kind: "epoch", unit: "s" }, "form"],
  [["1704103200123"], { kind: "epoch", unit: "ms" }, "form"],
  [["1704103200123456"], { kind: "epoch", unit: "us" }, "form"],
])("%j are times", (values, reading, evidence) => {
  expect(sniffTime(values)).toEqual({ reading, evidence, share: 1 });
});

test.each([[["abc", "12"]], [["0612345678"]], [[]], [["", " "]], [["12:30"]]])(
  "%j are none",
  (values) => {
    expect(sniffTime(values)).toBeNull();
  },
);

test("rows in order of time one way only are weak evidence", () => {
  const days = ["1/5/2024", "2/5/2024", "3/5/2024", "4/5/2024", "1/6/2024", "2/6/2024"];
  expect(sniffTime(days)).toMatchObject({ evidence: "sequence", reading: { order: "dmy" } });
});

test("midnight on every row is a date", () => {
  expect(sniffTime(["2024-01-01 00:00:00", "2024-01-02 00:00:00"])).toMatchObject({
    reading: { dateOnly: true },
  });
});

test("an order that is given turns the shape round", () => {
  const open = sniffTime(["1-2-2024 10:00"]);
  expect(open && withOrder(open, "mdy")).toEqual({
    reading: text("mdy", "%c-%e-%Y %k:%i"),
    evidence: "form",
    share: 1,
  });
});
