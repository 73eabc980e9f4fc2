import { message, type Message } from "../../message/message.ts";
import { isLoose, type Loose } from "../field.ts";
import { EVIDENCE, evidenceTitle, laneMeant, lanesOfOjf, type OjfLane } from "./ojf-lanes.ts";
import { newId } from "./new-id.ts";
import { namesIn } from "./one-line.ts";
import { channelWords, meant } from "./words.ts";

type Draft = { touchpoint: Record<string, unknown>; cells: Record<string, string> };

/** Reads OpenJourney Format, of Spoor or of another editor; the answer still has to be made fit (`fitted`). */
export function fromOjf(file: Loose, title: string): { raw: Loose; report: Message[] } {
  const report: Message[] = [];
  const metadata = isLoose(file["metadata"]) ? file["metadata"] : {};
  const own = text(metadata["title"]) || text(file["title"]);
  if (own === "") report.push(message("map-title-from-file", { title }));
  const lanes = lanesIn(objects(file["swimlanes"]));
  const nodes = objects(file["nodes"]);
  const stages = objects(file["stages"]);
  const episodes = stages.map((stage) =>
    episodeOf(
      stage,
      nodes.filter((node) => (node["stageId"] ?? node["stage"]) === stage["id"]),
      lanes,
      report,
    ),
  );
  const astray = nodes.filter(
    (node) => !stages.some(({ id }) => id === (node["stageId"] ?? node["stage"])),
  );
  for (const node of astray)
    report.push(message("map-part-left-out", { at: own || title, value: text(node["title"]) }));
  if (nodes.some((node) => node["icon"] !== undefined || node["iconColor"] !== undefined))
    report.push(message("map-no-icons"));
  const persona = text(metadata["persona"]) || text(file["persona"]);
  const pov = text(metadata["pov"]) || text(file["pointOfView"]);
  const { language } = metadata;
  return {
    raw: {
      spoor: "journey/1",
      title: own || title,
      ...((language === "nl" || language === "en") && { language }),
      ...(pov.length > 200 ? { scope: pov } : pov !== "" && { scenario: pov }),
      personas: namesIn(persona).map((name) => ({ name })),
      lanes: [
        ...[...lanes.values()].flatMap((lane) => (lane.own ? [lane.own] : [])),
        ...(nodes.some((node) => evidenceOf(node) !== "")
          ? [{ id: EVIDENCE, kind: "text", title: evidenceTitle[language === "nl" ? "nl" : "en"] }]
          : []),
      ],
      episodes,
    },
    report,
  };
}

type Own = { readonly id: string; readonly kind: "text"; readonly title?: string };
type Lane = { readonly is: OjfLane | null; readonly own: Own | null };

/** What each swimlane is about. Where none holds touchpoints, the first of unknown kind does. */
function lanesIn(swimlanes: readonly Loose[]): Map<unknown, Lane> {
  const about = swimlanes.map(({ id, name }) =>
    (lanesOfOjf as readonly unknown[]).includes(id)
      ? (id as OjfLane)
      : ownId(id)
        ? null
        : laneMeant(text(name)),
  );
  if (!about.includes("touchpoints")) {
    const first = about.findIndex((is, at) => is === null && !ownId(swimlanes[at]?.["id"]));
    if (first !== -1) about[first] = "touchpoints";
  }
  const taken = new Set<string>();
  return new Map<unknown, Lane>(
    swimlanes.map(({ id, name }, at): [unknown, Lane] => {
      const is = about[at] ?? null;
      if (is) return [id, { is, own: null }];
      const lane = ownId(id) ?? newId("ln", text(name), taken);
      taken.add(lane);
      const title = text(name);
      return [
        id,
        { is, own: { id: lane, kind: "text", ...(title !== "" && title !== id && { title }) } },
      ];
    }),
  );
}

function ownId(id: unknown): string | null {
  return typeof id === "string" && /^ln_[a-z0-9][a-z0-9_-]*$/.test(id) ? id : null;
}

function episodeOf(
  { id, name, overrideEmotion }: Loose,
  nodes: readonly Loose[],
  lanes: ReadonlyMap<unknown, Lane>,
  report: Message[],
): Loose {
  const title = text(name);
  if (overrideEmotion !== undefined && overrideEmotion !== "")
    report.push(
      message("map-left-out", {
        at: title,
        field: "overrideEmotion",
        value: JSON.stringify(overrideEmotion),
      }),
    );
  const laneOf = (node: Loose): Lane => {
    if (node["purpose"] === "pain-point") return { is: "pains", own: null };
    return lanes.get(node["swimlaneId"]) ?? { is: "touchpoints", own: null };
  };
  const drafts = nodes.filter((node) => laneOf(node).is === "touchpoints").map(touchpointOf);
  const rest = nodes.filter((node) => laneOf(node).is !== "touchpoints");
  const wide: Record<string, Loose[]> = { pains: [], opportunities: [] };
  const goals: string[] = [];
  const placed = new Map<unknown, number>();
  let guessed = 0;
  for (const node of rest) {
    const { is, own } = laneOf(node);
    const home = isLoose(node["spoor"]) ? node["spoor"]["touchpoint"] : undefined;
    const belongs = drafts.find(
      ({ touchpoint }) => home !== undefined && touchpoint["id"] === home,
    );
    if (is === "goals") goals.push(whole(node));
    else if (is === "pains" || is === "opportunities") {
      const list = belongs ? ((belongs.touchpoint[is] ??= []) as Loose[]) : (wide[is] ??= []);
      list.push(claimOf(node, is));
    } else {
      const count = placed.get(node["swimlaneId"]) ?? 0;
      placed.set(node["swimlaneId"], count + 1);
      if (!belongs) guessed += 1;
      if (drafts.length === 0) drafts.push({ touchpoint: { title }, cells: {} });
      const draft = belongs ?? drafts[Math.min(count, drafts.length - 1)];
      if (!draft) continue;
      if (own) draft.cells[own.id] = [draft.cells[own.id], whole(node)].filter(Boolean).join("\n");
      else ((draft.touchpoint["quotes"] ??= []) as Loose[]).push(quoteOf(node));
    }
  }
  if (guessed > 0) report.push(message("map-guessed-place", { at: title, count: guessed }));
  return {
    ...(typeof id === "string" && id.startsWith("ep_") && { id }),
    title,
    ...(goals.length > 0 && { goal: goals.join("\n") }),
    ...wide,
    touchpoints: drafts.map(({ touchpoint, cells }) => ({ ...touchpoint, cells })),
  };
}

const degrees: Readonly<Record<string, number>> = { low: 2, medium: 3, high: 4 };

function touchpointOf(node: Loose): Draft {
  const { id, score, severity, sentiment, isMomentOfTruth } = node;
  const seen = evidenceOf(node);
  const tags = Array.isArray(node["tags"]) ? node["tags"].map(text) : [];
  const channel = tags.map((tag) => meant(channelWords, tag)).find((each) => each !== undefined);
  const others = tags.filter((tag) => meant(channelWords, tag) !== channel || !channel);
  const value = typeof score === "number" || typeof score === "string" ? Number(score) : Number.NaN;
  const backstage = backstageOf(isLoose(node["blueprint"]) ? node["blueprint"] : {});
  const notes = [
    ...(text(sentiment) === "" ? [] : [`Sentiment: ${text(sentiment)}`]),
    ...(others.length === 0 ? [] : [`Tags: ${others.join(", ")}`]),
    ...backstage.left,
  ];
  const isOwn = typeof id === "string" && id.startsWith("tp_");
  const degree = degrees[text(severity)];
  return {
    touchpoint: {
      ...(isOwn && { id }),
      title: text(node["title"]) || whole(node),
      ...(text(node["description"]) !== "" && { doing: text(node["description"]) }),
      ...(channel && { channel }),
      // Other editors give every node a severity; it says how important a touchpoint is in files of Spoor.
      ...(isOwn && degree !== undefined && { importance: { customer: degree } }),
      ...(score !== "" &&
        score !== undefined &&
        Math.abs(value) <= 5 && {
          emotions: [{ value: value / 5, scale: [-5, 5], evidence: { kind: "assumed" } }],
        }),
      ...(isMomentOfTruth === true && { momentOfTruth: true }),
      ...(Object.keys(backstage.held).length > 0 && { backstage: backstage.held }),
      ...(notes.length > 0 && { notes: notes.join("\n") }),
    },
    cells: seen === "" ? {} : { [EVIDENCE]: seen },
  };
}

/** The physical evidence of a node, an item on each line. */
function evidenceOf({ blueprint }: Loose): string {
  return objects(isLoose(blueprint) ? blueprint["evidence"] : [])
    .map(({ item, type }) => (text(type) === "" ? text(item) : `${text(item)} (${text(type)})`))
    .filter((line) => line !== "")
    .join("\n");
}

function backstageOf(blueprint: Loose): { held: Loose; left: string[] } {
  const deeds = (list: string) =>
    objects(blueprint[list]).map(({ actor, action }) => ({
      actor: text(actor),
      action: text(action),
    }));
  const frontstage = deeds("onstage").map(({ actor, action }) =>
    [actor, action].filter(Boolean).join(": "),
  );
  const behind = deeds("backstage");
  const all = (parts: string[]) => [...new Set(parts)].filter(Boolean).join("; ");
  const [process, unit] = [
    all(behind.map((each) => each.action)),
    all(behind.map((each) => each.actor)),
  ];
  const system = all(
    objects(blueprint["support"]).map((each) =>
      [text(each["system"]), text(each["description"])].filter(Boolean).join(": "),
    ),
  );
  const fits = (field: string, value: string) =>
    value !== "" && value.length <= 200 && { [field]: value };
  const left = [process, unit, system].filter((value) => value.length > 200);
  return {
    held: {
      ...(frontstage.length > 0 && { frontstage }),
      ...fits("process", process),
      ...fits("system", system),
      ...fits("unit", unit),
    },
    left,
  };
}

function claimOf(node: Loose, is: "pains" | "opportunities"): Loose {
  const severity = degrees[text(node["severity"])];
  const { id } = node;
  return {
    ...(typeof id === "string" && /^(pn|op)_/.test(id) && { id }),
    title: text(node["title"]) || whole(node),
    ...(text(node["description"]) !== "" &&
      text(node["title"]) !== "" && { text: text(node["description"]) }),
    ...(is === "pains" && severity !== undefined && { severity }),
    ...(is === "pains" && { evidence: { kind: "assumed" } }),
  };
}

function quoteOf(node: Loose): Loose {
  const { id } = node;
  return {
    ...(typeof id === "string" && id.startsWith("qu_") && { id }),
    text: whole(node),
    evidence: { kind: "assumed" },
  };
}

/** All that a node says: its description, after its title where that says more than its beginning. */
function whole(node: Loose): string {
  const [title, description] = [text(node["title"]), text(node["description"])];
  const isBeginning = description.startsWith(title.replace(/…$/, ""));
  return description === "" ? title : isBeginning ? description : `${title}\n${description}`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function objects(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isLoose) : [];
}
