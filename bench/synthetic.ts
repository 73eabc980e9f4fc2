import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** A small, fast, seeded generator (xorshift32): the same numbers on every machine. */
function chance(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

const TOUCHPOINTS = 30;

/**
 * Writes a CSV log `journey,event,time` in order of time, as a system exports it: ten events a
 * journey on average, thirty kinds of event of very different weight, two years, seconds.
 * @returns when the file is on disk.
 */
export async function writeLog(path: string, rows: number): Promise<void> {
  const random = chance(20_261_122);
  const journeys = Math.max(1, Math.round(rows / 10));
  const events = Array.from(
    { length: TOUCHPOINTS },
    (_, i) => `event_${String(i).padStart(2, "0")}`,
  );
  const span = 730 * 86_400_000;
  const first = Date.UTC(2024, 0, 1);
  const file = createWriteStream(path);
  let lines: string[] = ["journey,event,time"];
  for (let row = 0; row < rows; row += 1) {
    const journey = Math.floor(random() * journeys);
    const event = events[Math.floor(random() * random() * TOUCHPOINTS)];
    const time = new Date(
      first + Math.floor((row / rows) * span) + Math.floor(random() * 86_400_000),
    );
    lines.push(
      `j${String(journey).padStart(7, "0")},${event},${time.toISOString().slice(0, 19).replace("T", " ")}`,
    );
    if (lines.length === 20_000) {
      if (!file.write(`${lines.join("\n")}\n`)) await once(file, "drain");
      lines = [];
    }
  }
  file.end(lines.length > 0 ? `${lines.join("\n")}\n` : "");
  await once(file, "close");
}
