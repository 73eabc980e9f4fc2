import { FEW } from "../../evidence/interval.ts";
import type { Format } from "../../message/format.ts";
import type { Claim, Column, EvidenceKind } from "./column.ts";
import type { SheetLane } from "./lanes.ts";
import type { Type } from "./measure.ts";
import { paint } from "./shape.ts";
import { metricLines, type ShownMetric } from "./shown-metric.ts";
import { shownScore } from "./shown-score.ts";
import type { SheetWords } from "./words.ts";

/** A paragraph in a cell. */
export type Paragraph = {
  readonly text: string;
  readonly type: Type;
  readonly fill: string;
  /** The bar at its left, or the mark of what it rests on. */
  readonly bar?: string;
  readonly mark?: EvidenceKind;
  /** Belongs to the paragraph before it. */
  readonly close?: true;
  /** May hold emphasis, lists and links. */
  readonly rich?: true;
};

const DAY = 86_400;

const body: Type = { font: "sans", size: 9 };
const strong: Type = { font: "sans", size: 9, weight: 600 };
const small: Type = { font: "sans", size: 8 };
const spoken: Type = { font: "serif", size: 10.5 };

/** What a lane says about one touchpoint, as paragraphs; of quotes and scores the first `most`. */
export function cell(
  lane: SheetLane,
  column: Column,
  { words, format, most = 3 }: { words: SheetWords; format: Format; most?: number },
): Paragraph[] {
  const { touchpoint, figures, episode } = column;
  const backstage = touchpoint.backstage ?? {};
  switch (lane.kind) {
    case "picture":
    case "emotion":
    case "stream":
      return [];
    case "goal":
      return column.opens ? written(episode.goal, body, paint.soft) : [];
    case "doing":
      return written(touchpoint.doing, body, paint.ink);
    case "quotes":
      return column.sayings
        .slice(0, most)
        .flatMap(({ text, kind }) =>
          said(words.quote(text), spoken, paint.ink).map((one) => ({ ...one, mark: kind })),
        );
    case "wait": {
      const { medianSeconds, n } = figures?.wait ?? { medianSeconds: null, n: 0 };
      if (medianSeconds === null) return [];
      const bad = column.pains.length > 0 || (column.feeling?.value ?? 0) < 0;
      const long = medianSeconds >= DAY && bad;
      const fill = n < FEW ? paint.muted : long ? paint.painInk : paint.ink;
      return said(format.duration(medianSeconds), long ? strong : body, fill);
    }
    case "figures": {
      if (!figures) return [];
      const fill = figures.journeys < FEW ? paint.muted : paint.measured;
      const lines = words.figures(
        format.number(figures.people),
        format.percent(figures.reach.share),
        format.percent(figures.leave.share),
      );
      return lines.map((text, at) => ({ text, type: small, fill, ...(at > 0 && { close: true }) }));
    }
    case "importance":
      return (["customer", "organisation"] as const).flatMap((who) => {
        const value = touchpoint.importance?.[who];
        if (value === undefined) return [];
        const text = `${words.importance[who]} ${format.number(value)}/${format.number(5)}`;
        return said(text, small, paint.soft);
      });
    case "pains":
      return column.pains.flatMap((pain) => claimed(pain, strong, paint.ink, paint.pain));
    case "opportunities":
      return column.opportunities.flatMap((one) => claimed(one, body, paint.measured));
    case "scores":
      return (figures?.scores ?? []).slice(0, most).flatMap((score) => {
        const { name, value, digits } = shownScore(score);
        const fill = value.n < FEW ? paint.muted : paint.measured;
        return said(
          `${name} ${format.number(value.mean, digits)} (${format.n(value.n)})`,
          small,
          fill,
        );
      });
    case "metrics":
      return column.metrics.flatMap((shown) => measured(shown, format, words));
    case "frontstage":
      return said(backstage.frontstage?.join(" · "), body, paint.muted);
    case "backstage":
      return said(
        [backstage.process, backstage.system].filter(Boolean).join(" · "),
        body,
        paint.muted,
      );
    case "unit":
      return said(backstage.unit, body, paint.muted);
    case "actions":
      return (touchpoint.actions ?? []).flatMap(({ title, owner = "", by, status = "open" }) => [
        ...said(title, strong, paint.ink),
        ...said(
          [words.by(owner, by === undefined ? "" : format.date(by)), words.actionStatus[status]]
            .filter(Boolean)
            .join(" · "),
          small,
          paint.muted,
        ).map((one) => ({ ...one, close: true as const })),
      ]);
    case "text":
      return written(lane.own === null ? "" : touchpoint.cells?.[lane.own], body, paint.soft);
  }
}

/** A metric: its figure with what that rests on, and the goal that it measures. */
function measured(shown: ShownMetric, format: Format, words: SheetWords): Paragraph[] {
  const { name, value, about, goals, few } = metricLines(shown, format, words.metric);
  const fill = few ? paint.muted : value === null ? paint.soft : paint.measured;
  const wide = shown.wide ? [words.metric.wide] : [];
  return [
    ...said(value === null ? name : `${name}: ${value}`, value === null ? body : strong, fill),
    ...[[...wide, ...about].join(" · "), ...goals]
      .flatMap((line) => said(line, small, paint.muted))
      .map((one) => ({ ...one, close: true as const })),
  ];
}

function said(text: string | undefined, type: Type, fill: string): Paragraph[] {
  return text === undefined || text.trim() === "" ? [] : [{ text, type, fill }];
}

/** A text of some length, as the team wrote it. */
function written(text: string | undefined, type: Type, fill: string): Paragraph[] {
  return said(text, type, fill).map((one) => ({ ...one, rich: true }));
}

function claimed(claim: Claim, type: Type, fill: string, bar?: string): Paragraph[] {
  const along = bar === undefined ? {} : { bar };
  return [
    { text: claim.title, type, fill, mark: claim.kind, ...along },
    ...(claim.text === null || claim.text === ""
      ? []
      : [
          {
            text: claim.text,
            type: small,
            fill: paint.muted,
            close: true as const,
            rich: true as const,
            ...along,
          },
        ]),
  ];
}
