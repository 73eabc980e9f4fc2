import type { Scored, ScoreFigure } from "../core/question/scores/figure.ts";
import type { Scores } from "../core/question/scores/scores.ts";
import { table } from "./plain-table.ts";

/** What customers answer, as lines: everywhere, then per touchpoint, episode, persona and month. */
export function scoreLines(answer: Scores): string[] {
  const { whole, touchpoints, undrawn, episodes, personas, months, peakEnd, shown } = answer;
  const names = [...new Set(whole.scores.map(({ name }) => name))];
  const row = (label: string, { scores, emotion, median }: Scored) => [
    label,
    ...names.map((name) => {
      const figure = scores.find((each) => each.name === name);
      return figure ? told(figure) : "–";
    }),
    emotion ? signed(emotion.mean) : "–",
    median === null ? "–" : signed(median),
  ];
  return [
    ...table([
      ["", ...names, "feeling", "median"],
      row("all", whole),
      ...touchpoints.map((each) => row(each.title, each)),
      ...(undrawn.scores.length > 0 ? [row("not on the map", undrawn)] : []),
      ...episodes.map((each) => row(`episode ${each.title}`, each)),
      ...personas.map((each) => row(`persona ${each.name}`, each)),
      ...months.map((each) => row(each.month.slice(0, 7), each)),
    ]),
    ...(peakEnd
      ? [
          `Journeys with several answers (n = ${peakEnd.mean.n}): mean ${signed(peakEnd.mean.mean)}, peak–end ${signed(peakEnd.peakEnd.mean)}.`,
        ]
      : []),
    `${shown.journeys} of ${shown.of} journeys shown.`,
  ];
}

function told(figure: ScoreFigure): string {
  const { value, low, high, n } = figure;
  const interval = low === null || high === null ? "" : ` (${text(low)}–${text(high)})`;
  return `${text(value)}${interval}, n ${n}`;

  function text(one: number): string {
    if (figure.way === "points") return one.toFixed(0);
    return figure.way === "share" ? `${(100 * one).toFixed(0)}%` : one.toFixed(2);
  }
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
}
