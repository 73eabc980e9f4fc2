import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Mapping } from "../../../src/core/event/mapping.ts";
import { readMapping } from "../../../src/core/event/mapping-file.ts";
import { drivers } from "../../../src/engine/question/drivers/drivers.ts";
import { openStores, samples } from "../import/stores.ts";

const folder = join(samples, "olist");

/** The mapping with no word of lateness: the promised and the actual date are measures, and nothing compares them. */
function untold(mapping: Mapping): Mapping {
  return {
    ...mapping,
    sources: mapping.sources.map((source) => ({
      ...source,
      rows: source.rows.map(({ attributes, measures, ...row }) => {
        const { late, ...others } = attributes ?? {};
        const kept = (measures ?? []).filter(({ kind }) => kind !== "between");
        const told = [
          { kind: "moment" as const, name: "promised", column: "order_estimated_delivery_date" },
          { kind: "moment" as const, name: "delivered", column: "order_delivered_customer_date" },
        ];
        return {
          ...row,
          attributes: others,
          measures: late === undefined ? kept : [...kept, ...told],
        };
      }),
    })),
  };
}

test.skipIf(!existsSync(folder))(
  "late delivery is the first driver of the review score, found without being told about lateness",
  async () => {
    await using stores = await openStores();
    const { slug, id: ws } = await stores.workspace();
    const mapping = untold(
      readMapping(await readFile(new URL("../olist.mapping.yaml", import.meta.url), "utf8")),
    );
    expect(JSON.stringify(mapping)).not.toContain("late");
    const files = (await readdir(folder)).filter((name) => name.includes(".csv"));
    const paths = files.map((name) => join(folder, name));
    const status = await stores.import(slug, paths, mapping);
    expect(status.state).toBe("done");
    const asked = { ws, filter: {}, segments: {} };
    const question = { aim: null, outcome: null, about: null, crosshair: "mean" } as const;
    const found = await drivers(stores.deps.engine, asked, question, null);
    if (process.env["SPOOR_TOLD"])
      for (const each of found.drivers)
        console.log(
          each.kind,
          each.touchpoint?.label ?? "",
          each.name,
          each.value,
          each.from,
          JSON.stringify([each.with, each.without, each.difference]),
          each.alone.toFixed(4),
          each.share?.toFixed(4),
          each.kano?.kind,
        );
    expect(found.outcome).toEqual({ kind: "score", name: "review", scale: [1, 5], unit: "" });
    const [first] = found.drivers;
    expect(first).toMatchObject({ kind: "later", value: "promised" });
    expect(["delivered", "Delivered · carrier"]).toContain(first!.name);
    expect(first!.with.mean).toBeLessThan(3);
    expect(first!.without.mean).toBeGreaterThan(4);
    expect(first!.difference.high).toBeLessThan(-1);
    const shares = found.drivers.map(({ share }) => share ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(found.explained, 9);
    expect(first!.share).toBe(Math.max(...shares));
  },
  600_000,
);
