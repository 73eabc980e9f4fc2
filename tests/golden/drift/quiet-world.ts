import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Chance } from "../../../src/core/demo/chance.ts";
import { openEngine } from "../../../src/engine/open.ts";
import type { Engine } from "../../../src/engine/port.ts";

/**
 * A world in which nothing changes and everything moves: weekends differ from weekdays in who comes, what
 * they do and answer; ever more people come; many were under way when the data begins, and are when it ends.
 */

const DAY = 86_400_000;
const DAYS = 420;
const BEGIN = Date.UTC(2025, 0, 6);
const PLACES = 24;
const SCORED = 6;

type Ways = readonly {
  readonly weights: readonly number[];
  readonly weekend: readonly number[];
  readonly wait: number;
}[];

export type Planted = { readonly day: number; readonly from: number; readonly to: number };

/** A chain with a few ways on from each place, that other ways go at the weekend. */
function waysOf(chance: Chance): Ways {
  return Array.from({ length: PLACES }, (_, from) => {
    const weights = Array.from({ length: PLACES + 1 }, (_none, to) =>
      to === PLACES ? 0.12 : chance.hit(0.22) && to !== from ? chance.unit() : 0,
    );
    const weekend = weights.map((weight) => weight * chance.between(0.5, 1.8));
    return { weights, weekend, wait: DAY * Math.exp(chance.between(-6, 1.8)) };
  });
}

function peopleOf(people: number, seed: number, planted: Planted | null): string[] {
  const chance = new Chance(seed, 77);
  const ways = waysOf(chance);
  const lines: string[] = [];
  for (let person = 1; person <= people; person += 1) {
    let at: number;
    do at = BEGIN + Math.floor((DAYS + 60) * DAY * Math.sqrt(chance.unit())) - 60 * DAY;
    while (weekend(at) && chance.hit(0.45));
    let place = chance.whole(4);
    const steps: { code: number; at: number }[] = [];
    const answers: { about: number; value: number; at: number }[] = [];
    for (let nth = 0; nth < 24 && place !== PLACES; nth += 1) {
      steps.push({ code: place + 1, at });
      const { weights, weekend: others, wait } = ways[place]!;
      if (place < SCORED && chance.hit(0.3)) {
        const value = 3 + 0.4 * place - (weekend(at) ? 0.5 : 0) + chance.bell();
        answers.push({
          about: place + 1,
          value: Math.max(1, Math.min(7, Math.round(value))),
          at: at + 1000,
        });
      }
      const goes =
        planted && place + 1 === planted.from && at >= BEGIN + planted.day * DAY && chance.hit(0.3)
          ? planted.to - 1
          : chance.weighted(weekend(at) ? others : weights);
      at += Math.max(1000, chance.around(weekend(at) ? wait * 1.3 : wait, 0.8));
      place = goes;
    }
    const seen = steps.filter((step) => step.at >= BEGIN && step.at < BEGIN + DAYS * DAY);
    if (seen.length === 0) continue;
    const [first, last] = [seen[0]!.at, seen.at(-1)!.at];
    const told = answers.filter((each) => each.at >= first && each.at <= last);
    lines.push(
      JSON.stringify({
        person,
        start: first,
        end: last,
        steps: seen.map(({ code }) => code),
        waits: seen.slice(1).map((step, nth) => step.at - seen[nth]!.at),
        abouts: told.map(({ about }) => about),
        values: told.map(({ value }) => value),
        saids: told.map((each) => each.at),
      }),
    );
  }
  return lines;
}

function weekend(at: number): boolean {
  return (Math.floor(at / DAY) + 4) % 7 === 0 || (Math.floor(at / DAY) + 4) % 7 === 6;
}

export async function openWorlds() {
  const folder = mkdtempSync(join(tmpdir(), "spoor-quiet-"));
  const engine = await openEngine({ path: join(folder, "data") });
  return {
    engine,
    /** Fills a workspace with a world; the seed is its number. */
    async make(ws: number, people: number, planted: Planted | null = null): Promise<void> {
      await fill(engine, folder, ws, peopleOf(people, ws, planted));
    },
    /** Fills a workspace with journeys, a line of JSON each. */
    fill: (ws: number, journeys: readonly string[]) => fill(engine, folder, ws, journeys),
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

async function fill(engine: Engine, folder: string, ws: number, lines: readonly string[]) {
  const path = join(folder, `${ws}.jsonl`);
  writeFileSync(path, lines.join("\n"));
  await engine.intake.run(
    `INSERT INTO touchpoint SELECT {ws:UInt32}, number + 1, concat('step ', toString(number + 1)), 'web'
    FROM numbers(${PLACES})`,
    { ws },
  );
  await engine.intake.run("INSERT INTO measure VALUES ({ws:UInt32}, 1, 'score', 'CES', '', 1, 7)", {
    ws,
  });
  const numbers = (name: string, type: string) => `JSONExtract(line, '${name}', 'Array(${type})')`;
  const time = (name: string) => `fromUnixTimestamp64Milli(JSONExtractInt(line, '${name}'), 'UTC')`;
  await engine.load(
    { path, format: "LineAsString", structure: "line String" },
    (from) => `INSERT INTO journey (ws, journey, build, person, start, end, steps, waits,
        measures.code, measures.value, measures.touchpoint, measures.time)
      SELECT ${ws}, sipHash64(JSONExtractUInt(line, 'person')), 1, JSONExtractUInt(line, 'person'),
        ${time("start")}, ${time("end")}, ${numbers("steps", "UInt16")}, ${numbers("waits", "UInt64")},
        arrayMap(value -> toUInt16(1), ${numbers("values", "Float64")}), ${numbers("values", "Float64")},
        ${numbers("abouts", "UInt16")},
        arrayMap(at -> fromUnixTimestamp64Milli(at, 'UTC'), ${numbers("saids", "Int64")})
      FROM ${from}`,
  );
}
