import { expect, test } from "vitest";
import { runMonkey } from "./monkey.ts";

/** For longer: SPOOR_MONKEY=1800 npx vitest run tests/fault/monkey.test.ts; SPOOR_SEED chooses another course. */
const seconds = Number(process.env["SPOOR_MONKEY"] ?? 30);
const seed = Number(process.env["SPOOR_SEED"] ?? 20_261_124);

test(
  "after anything at all, both browsers, the server and the disk have the same map",
  { timeout: (seconds + 240) * 1000 },
  async () => {
    const say = (line: string) => process.stdout.write(`monkey ${seed}: ${line}\n`);
    const found = await runMonkey({ seed, seconds, kills: 3, say });
    const { served, log, acknowledged } = found;
    say(`${log.length} in the log, ${found.refused} refused`);
    for (const done of found.done) say(JSON.stringify(Object.fromEntries(done)));

    expect(found.faults).toEqual([]);
    expect(found.onDisk).toBe(served);
    for (const shown of found.shown) expect(shown).toBe(served);
    // Each page beside the fresh one of its browser, which speaks the same language.
    for (const [at, drawn] of found.drawn.slice(0, 2).entries()) {
      const fresh = found.drawn[at + 2];
      expect(drawn.size).toBeGreaterThan(20);
      for (const [cell, text] of drawn) expect([cell, text]).toEqual([cell, fresh?.get(cell)]);
    }

    const inLog = new Map(log);
    expect(inLog.size).toBe(log.length);
    expect(log.map(([, seq]) => seq)).toEqual(log.map((_, at) => at + 1));
    for (const [mark, seq] of acknowledged) expect([mark, inLog.get(mark)]).toEqual([mark, seq]);

    const by = (client: string) => log.filter(([mark]) => mark.startsWith(client)).length;
    expect(by("tab-")).toBeGreaterThan(5);
    expect(by("poster-")).toBeGreaterThan(5);
  },
);
