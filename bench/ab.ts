import { openBrowser } from "../tests/e2e/browser.ts";
import { synthetic } from "../tests/e2e/map-harness/synthetic.ts";
import { IN_SIGHT, serveBare } from "./bare-page.ts";
import { installClock } from "./page-clock.ts";
import { mainThread } from "./main-thread.ts";
const N = Number(process.argv[2] ?? 10);
const roots = process.argv.slice(3);
const { journey, overlay } = synthetic(1000);
const map = `/api/w/own/maps/${journey.id}`;
const bare = await serveBare(journey);
const cands: { name: string; address: string; data: string | null; corner: string }[] = [{ name: "floor", address: `${bare.address}/floor`, data: null, corner: `tr:nth-child(13) td:nth-child(${IN_SIGHT})` }];
const servers = [];
for (const root of roots) {
  const { startSpoor } = await import(`${root}/tests/e2e/running-spoor.ts`);
  const spoor = await startSpoor(); servers.push(spoor);
  await fetch(spoor.address + map, { method: "PUT", body: JSON.stringify(journey) });
  cands.push({ name: root.split("/").pop()!, address: `${spoor.address}/w/own/map/${journey.id}`, data: map, corner: `[data-lane=opportunities] [data-column="${IN_SIGHT}"]` });
}
const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1640, height: 930 } });
await context.addInitScript(installClock);
await context.addInitScript(() => { localStorage.setItem("spoor.editing","1"); localStorage.setItem("spoor.name","B"); });
await context.addInitScript((figures: string) => { const asked = globalThis.fetch; const made = new Blob([figures]); globalThis.fetch = ((input: any, init: any) => typeof input === "string" && input.includes("/overlay") ? Promise.resolve(new Response(made)) : asked(input, init)) as any; }, JSON.stringify(overlay));
const out = cands.map(() => ({ wall: [] as number[], work: [] as number[] }));
for (let run = 0; run <= N; run++) for (const [i, c] of cands.entries()) {
  const page = await context.newPage();
  const { waited, worked } = await mainThread(page, async () => {
    await page.goto(c.address, { waitUntil: "commit" });
    return page.evaluate(async ([selector, path]) => {
      const painted = await (globalThis as any).clock.seen(() => document.querySelector(selector!) !== null);
      performance.mark("bench-over");
      const [came] = performance.getEntriesByType(path === null ? "navigation" : "resource").filter(({ name }) => path === null || new URL(name).pathname === path).map((e: any) => e.responseEnd);
      return painted - performance.timeOrigin - came;
    }, [c.corner, c.data] as const);
  });
  await page.close();
  if (run > 0) { out[i]!.wall.push(waited); out[i]!.work.push(worked); }
}
await browser.close();
const q = (a: number[], p: number) => a.toSorted((x, y) => x - y)[Math.floor(a.length * p)]!.toFixed(0);
for (const [i, c] of cands.entries()) console.log(c.name.padEnd(10), "wall", q(out[i]!.wall, 0), q(out[i]!.wall, .25), q(out[i]!.wall, .5), "work", q(out[i]!.work, 0), q(out[i]!.work, .25), q(out[i]!.work, .5));
for (const s of servers) await s[Symbol.asyncDispose]();
await (bare as any)[Symbol.asyncDispose]();
