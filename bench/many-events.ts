import type { Engine } from "../src/engine/port.ts";

/**
 * Puts `events` synthetic events into workspace `ws` through the table `load`, in blocks of five
 * million: ten a journey, thirty touchpoints of uneven weight, four segments as an attribute.
 */
export async function insertMany(engine: Engine, ws: number, events: number): Promise<void> {
  const block = 5_000_000;
  for (let done = 0; done < events; done += block) {
    await engine.intake.run(
      `INSERT INTO load (ws, import, source, file, row, kind, id, time, event, journey, attributes)
       WITH cityHash64(number) AS h, cityHash64(h) AS g,
         ({done:UInt64} + number) AS n,
         h % {journeys:UInt64} AS j
       SELECT {ws:UInt32}, 1, 'synthetic', 'synthetic', n + 1, 'event', cityHash64(n, 7),
         toDateTime64('2024-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(intDiv(n * 63072000, {events:UInt64}) + g % 86400),
         concat('event_', leftPad(toString(toUInt8(30 * (h / 18446744073709551616) * (g / 18446744073709551616))), 2, '0')),
         concat('j', toString(intDiv(n, 10 * 50000) * 50000 + j)),
         map('segment', ['new', 'family', 'bargain', 'mover'][1 + j % 4])
       FROM numbers({block:UInt64})`,
      { ws, events, done, journeys: 50_000, block: Math.min(block, events - done) },
      { seconds: 600 },
    );
  }
}

/** Lets one journey in five answer at its end, with 1 to 5; movers are less content. */
export async function insertScores(engine: Engine, ws: number, events: number): Promise<void> {
  await engine.intake.run(
    "INSERT INTO measure VALUES ({ws:UInt32}, 1, 'score', 'CSAT', '', 1, 5)",
    {
      ws,
    },
  );
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, kind, id, time, journey, measures)
     SELECT {ws:UInt32}, 1, 'survey', 'survey', number + 1, 'feedback', cityHash64(number, 11),
       toDateTime64('2026-01-05 00:00:00', 3, 'UTC'), concat('j', toString(5 * number)),
       [(1, toFloat64(1 + cityHash64(number, 13) % if(5 * number % 4 = 3, 4, 5)))]
     FROM numbers({answers:UInt64})`,
    { ws, answers: Math.floor(events / 50) },
    { seconds: 600 },
  );
}
