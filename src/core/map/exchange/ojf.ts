import { claimedFeeling } from "../claimed-feeling.ts";
import { listed, type Element } from "../elements.ts";
import type { Episode, Journey, Touchpoint } from "../journey.ts";
import { EVIDENCE, laneNames, lanesOfOjf, type OjfLane } from "./ojf-lanes.ts";
import { personaNames } from "./one-line.ts";
import { channelWords } from "./words.ts";

/**
 * OpenJourney Format 1.1 (`OJF_SPEC.md` of Ptolemy, its editor, and the samples beside it): stages,
 * swimlanes, and nodes where they cross. A node knows no other node, so what belongs to a touchpoint
 * says so under `spoor`, a key that the editor keeps.
 */
export function writeOjf(journey: Journey): string {
  const language = journey.language ?? "en";
  const names = laneNames[language];
  const own = (journey.lanes ?? []).filter(({ id, kind }) => kind === "text" && id !== EVIDENCE);
  const persona = personaNames(journey);
  const pov = journey.scenario ?? journey.scope ?? "";
  const nodes = journey.episodes.flatMap((episode) => nodesOf(journey, episode));
  const used = new Set(nodes.map(({ swimlaneId }) => swimlaneId));
  const file = {
    version: "1.1.0",
    ...(persona !== "" && { persona }),
    ...(pov !== "" && { pointOfView: pov }),
    metadata: {
      title: journey.title,
      ...(persona !== "" && { persona }),
      ...(pov !== "" && { pov }),
      version: "1.1.0",
      ...(journey.language && { language: journey.language }),
    },
    stages: journey.episodes.map(({ id, title }) => ({ id, name: title })),
    swimlanes: [
      ...lanesOfOjf
        .filter((lane) => lane === "touchpoints" || used.has(lane))
        .map((lane) => ({ id: lane, name: names[lane] })),
      ...own.map(({ id, title }) => ({ id, name: title ?? id })),
    ],
    nodes,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

type Node = { readonly swimlaneId: string } & Readonly<Record<string, unknown>>;

function nodesOf(journey: Journey, episode: Episode): Node[] {
  const around = { stageId: episode.id };
  const wide = claimNodes(episode, around);
  const goal: Node[] =
    episode.goal === undefined
      ? []
      : [{ ...around, swimlaneId: "goals", ...said(episode.goal), purpose: "milestone" }];
  return [
    ...goal,
    ...episode.touchpoints.flatMap((touchpoint) => touchpointNodes(journey, touchpoint, around)),
    ...wide,
  ];
}

function touchpointNodes(journey: Journey, touchpoint: Touchpoint, around: Loose): Node[] {
  const { id, title, doing, channel, momentOfTruth, importance } = touchpoint;
  const felt = claimedFeeling(touchpoint);
  const blueprint = blueprintOf(touchpoint);
  const belongs = { ...around, spoor: { touchpoint: id } };
  return [
    {
      id,
      ...around,
      swimlaneId: "touchpoints",
      title,
      description: doing ?? "",
      ...(importance?.customer !== undefined && { severity: levelOf(importance.customer) }),
      ...(felt && { score: Math.round(felt.value * 500) / 100 }),
      purpose: "touchpoint",
      ...(momentOfTruth && { isMomentOfTruth: true }),
      ...(channel && { tags: [channelWords[channel][journey.language ?? "en"]] }),
      ...(blueprint && { blueprint }),
    },
    ...(touchpoint.quotes ?? []).map((quote) => ({
      id: quote.id,
      ...belongs,
      swimlaneId: "quotes",
      ...said(quote.text),
    })),
    ...claimNodes(touchpoint, belongs),
    ...(journey.lanes ?? []).flatMap((lane): Node[] => {
      const cell = touchpoint.cells?.[lane.id];
      if (lane.kind !== "text" || lane.id === EVIDENCE || cell === undefined) return [];
      return [{ ...belongs, swimlaneId: lane.id, ...said(cell) }];
    }),
  ];
}

type Loose = Readonly<Record<string, unknown>>;

function claimNodes(of: Element, around: Loose): Node[] {
  const lanes: [OjfLane, string][] = [
    ["pains", "pain-point"],
    ["opportunities", "opportunity"],
  ];
  return lanes.flatMap(([list, purpose]) =>
    listed(of, list).map(({ id, title, text, severity }) => ({
      id,
      ...around,
      swimlaneId: list,
      title,
      description: text ?? "",
      ...(typeof severity === "number" && { severity: levelOf(severity) }),
      purpose,
    })),
  );
}

function blueprintOf({ backstage, cells }: Touchpoint): Loose | null {
  const { frontstage = [], process = "", system = "", unit = "" } = backstage ?? {};
  const seen = (cells?.[EVIDENCE] ?? "").split("\n").filter((line) => line !== "");
  const blueprint = {
    ...(seen.length > 0 && { evidence: seen.map((item) => ({ item, type: "" })) }),
    ...(frontstage.length > 0 && { onstage: frontstage.map(deed) }),
    ...(`${process}${unit}` !== "" && { backstage: [{ actor: unit, action: process }] }),
    ...(system !== "" && { support: [{ system, description: "" }] }),
  };
  return Object.keys(blueprint).length > 0 ? blueprint : null;
}

/** "Receptionist: checks the passport" is somebody and what he does; all else is somebody. */
function deed(line: string): { actor: string; action: string } {
  const [, actor, action] = /^([^:]+): ([\s\S]+)$/.exec(line) ?? [];
  return { actor: actor ?? line, action: action ?? "" };
}

/** A title is short: a long text stands whole in the description, and begins in the title. */
function said(text: string): { title: string; description: string } {
  const [line = ""] = text.split("\n", 1);
  return { title: line.length > 80 ? `${line.slice(0, 79)}…` : line, description: text };
}

function levelOf(degree: number): "low" | "medium" | "high" {
  return degree <= 2 ? "low" : degree === 3 ? "medium" : "high";
}
