import { describe, expect, test } from "vitest";
import type { Column } from "./column.ts";
import { STREAM_TOP, streamBody, streamOf } from "./stream.ts";

const columns = [1, 0.9, 0.6, 0.6].map((still, index, all) => {
  const lost = still - (all[index + 1] ?? 0);
  return { index, still, lost, touchpoint: { id: `tp_${index}` } } as unknown as Column;
});

describe("the stream of customers", () => {
  test("is as wide as the share still on the journey", () => {
    const { edges } = streamOf(columns, [], 100, 90);
    const widest = (edges[0] ?? 0) - STREAM_TOP;
    const widths = edges.map((edge) => ((edge - STREAM_TOP) / widest).toFixed(3));
    expect(widths).toEqual(["1.000", "0.900", "0.600", "0.600"]);
  });

  test("lets out who gets no further, and nobody at the end of the map", () => {
    const { leavers } = streamOf(columns, [], 100, 90);
    expect(leavers.map(({ index, share, notable }) => [index, share.toFixed(2), notable])).toEqual([
      [0, "0.10", true],
      [1, "0.30", true],
    ]);
  });

  test("leaves no step between its edge and the ribbon that turns off", () => {
    const stream = streamOf(columns, [], 100, 90);
    const [first] = stream.leavers;
    expect(first?.path.startsWith(`M${stream.turns[0]},${stream.edges[1]}C`)).toBe(true);
    expect(streamBody(stream, 0, 3, 90)).toContain(`H${stream.turns[0]}V${stream.edges[1]}`);
  });

  test("is the same stream whether it is drawn whole or in parts", () => {
    const stream = streamOf(columns, [], 100, 90);
    expect(streamBody(stream, 2, 3, 90)).toBe(
      `M180,${STREAM_TOP}V${stream.edges[2]}H${stream.turns[2]}V${stream.edges[3]}H360V${STREAM_TOP}Z`,
    );
  });

  test("shows ways back, the larger ones only, and never a way on", () => {
    const loops = [
      { from: "tp_3", to: "tp_1", journeys: 12 },
      { from: "tp_3", to: "tp_2", journeys: 1 },
      { from: "tp_0", to: "tp_2", journeys: 50 },
    ];
    const { arcs } = streamOf(columns, loops, 100, 90);
    expect(arcs.map(({ from, to, share }) => [from, to, share])).toEqual([[3, 1, 0.12]]);
  });
});
