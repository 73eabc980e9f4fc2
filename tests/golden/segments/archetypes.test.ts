import { expect, test } from "vitest";
import { archetypes } from "../../../src/engine/question/archetypes/archetypes.ts";
import { routes } from "../../../src/engine/question/routes.ts";
import { openDemo } from "../demo/demo-set.ts";

test("typical journeys are real ones, and every journey stands with one of them", async () => {
  const customers = Number(process.env["SPOOR_CUSTOMERS"] ?? 1500);
  const demo = await openDemo(customers, 1);
  try {
    const asked = demo.ask();
    const found = await archetypes(demo.engine, asked, null, null);
    const taken = await routes(demo.engine, asked, 1000);
    console.log(
      found.parts.silhouettes.map(({ parts, silhouette }) => `${parts}: ${silhouette.toFixed(3)}`),
      `${found.routes} routes, ${found.compared.count} of ${found.compared.n}`,
      found.archetypes.map(
        ({ size, goal, steps, exactly, likeness, differences }) =>
          `${size.count} (${exactly}, ${likeness.toFixed(2)}) goal ${goal.share?.toFixed(2)}: ${steps.join(" → ")} [${differences.length}]`,
      ),
    );
    const total = found.archetypes.reduce((sum, { size }) => sum + size.count, 0);
    expect(total).toBe(found.journeys);
    for (const { route, exactly, size, steps } of found.archetypes) {
      const real = taken.routes.find(({ id }) => id === route)!;
      expect([real.count, real.steps]).toEqual([exactly, steps]);
      expect(size.count).toBeGreaterThanOrEqual(exactly);
    }
    const best = found.parts.silhouettes.toSorted((a, b) => b.silhouette - a.silhouette)[0]!;
    expect(found.archetypes.length).toBe(best.parts);
    expect(await archetypes(demo.engine, asked, null, null)).toEqual(found);
    const five = await archetypes(demo.engine, asked, null, 5);
    expect([five.archetypes.length, five.parts.by]).toEqual([5, "asked"]);
    const alone = await archetypes(
      demo.engine,
      demo.ask({ attributes: { aanleiding: ["x"] } }),
      null,
      null,
    );
    expect(alone.archetypes).toEqual([]);
  } finally {
    await demo.stores[Symbol.asyncDispose]();
  }
}, 600_000);
