import { message, type Message } from "../../message/message.ts";
import { AppError } from "../../problem.ts";
import type { Loose } from "../field.ts";
import type { Ownership } from "../journey.ts";
import { providerNames } from "./cjml.ts";
import { namesIn } from "./one-line.ts";
import { channelWords, meant, ownershipWords } from "./words.ts";
import { child, textIn, type Xml } from "./xml.ts";

type Actor = { readonly isCustomer: boolean; readonly name: string; readonly ownership?: string };

/**
 * Reads the planned journey of a CJML file; the answer still has to be made fit (`fitted`).
 * @throws AppError `unreadable-file` when there are only actual journeys: those are data, not a map.
 */
export function fromCjml(
  file: Xml,
  { name, title }: { name: string; title: string },
): { raw: Loose; report: Message[] } {
  const planned = file.children.filter((each) => each.name === "plannedJourney");
  const [journey] = planned;
  const actual = file.children.filter((each) => each.name === "actualJourney").length;
  if (!journey)
    throw new AppError(
      "unreadable-file",
      actual > 0
        ? message("cjml-only-actual", { name, count: actual })
        : message("cjml-no-journey", { name }),
    );
  const report: Message[] = [];
  if (planned.length > 1 || actual > 0)
    report.push(message("cjml-others", { planned: planned.length - 1, actual }));
  const own = textIn(journey, "journeyTitle");
  if (own === "") report.push(message("map-title-from-file", { title }));
  const actors = actorsIn(child(journey, "actors"));
  const phases = child(journey, "journeyPhases")?.children ?? [];
  const points = child(journey, "touchpoints")?.children ?? [];
  const isIn = (phase: string) => (point: Xml) =>
    (child(point, "belongsTo")?.attributes["phaseIDref"] ?? "").trim() === phase;
  const known = phases.map((phase) => (phase.attributes["phaseID"] ?? "").trim());
  const loose = points.filter((point) => !known.some((phase) => isIn(phase)(point)));
  const episodes = phases.map((phase, at): Loose => {
    const id = known[at] ?? "";
    return {
      ...(id.startsWith("ep_") && { id }),
      title: textIn(phase, "phaseName") || id,
      ...(textIn(phase, "phaseDescription") !== "" && { goal: textIn(phase, "phaseDescription") }),
      touchpoints: points.filter(isIn(id)).map((point) => touchpointOf(point, actors, report)),
    };
  });
  if (loose.length > 0) {
    if (phases.length > 0) report.push(message("cjml-no-phase", { count: loose.length }));
    episodes.push({
      title: own || title,
      touchpoints: loose.map((point) => touchpointOf(point, actors, report)),
    });
  }
  const id = textIn(journey, "journeyID");
  const scope = textIn(journey, "journeyShortSummary") || textIn(journey, "journeyLongSummary");
  const users = textIn(journey, "journeyEndUserType");
  return {
    raw: {
      spoor: "journey/1",
      ...(id.startsWith("jo_") && { id }),
      title: own || title,
      ...languageOf(actors),
      ...(scope !== "" && { scope }),
      personas: namesIn(users).map((each) => ({ name: each })),
      episodes,
    },
    report,
  };
}

function actorsIn(actors: Xml | undefined): Map<string, Actor> {
  return new Map(
    (actors?.children ?? []).map((actor) => {
      const id = actor.attributes["actorID"] ?? actor.attributes["actorIDref"] ?? "";
      const ownership = meant(ownershipWords, textIn(actor, "providerType"));
      const name = textIn(actor, "companyName") || textIn(actor, "actorName") || id;
      return [id, { isCustomer: actor.name === "endUser", name, ...(ownership && { ownership }) }];
    }),
  );
}

function languageOf(actors: ReadonlyMap<string, Actor>): Loose {
  const names = [...actors.values()].flatMap(({ isCustomer, name }) => (isCustomer ? [name] : []));
  return names.includes("Klant")
    ? { language: "nl" }
    : names.includes("Customer")
      ? { language: "en" }
      : {};
}

function touchpointOf(point: Xml, actors: ReadonlyMap<string, Actor>, report: Message[]): Loose {
  const sides = ["initiator", "receiver"].flatMap((role) => {
    const side = child(point, role);
    if (!side) return [];
    const refers = child(side, "refersTo")?.attributes;
    const actor = actors.get(refers?.["actorIDref"] ?? refers?.["actorID"] ?? "");
    return [{ actor, label: textIn(side, `${role}Label`) }];
  });
  const customer = sides.find(({ actor }) => actor?.isCustomer) ?? sides[0];
  const other = sides.find((side) => side !== customer);
  const id = textIn(point, "touchpointID");
  const called = textIn(child(point, "channel"), "channelName");
  const channel = called === "" ? undefined : (meant(channelWords, called) ?? "other");
  const title = customer?.label || other?.label || id;
  if (channel === "other" && meant(channelWords, called) === undefined)
    report.push(message("map-channel-unknown", { at: title, value: called }));
  const { ownership, name = "" } = other?.actor ?? {};
  const own = ownership === undefined ? undefined : providerNames[ownership as Ownership];
  const isWord = name === own?.nl || name === own?.en;
  const backstage = {
    ...(other?.label && { process: other.label }),
    ...(name !== "" && !isWord && { unit: name }),
  };
  const comment = textIn(point, "comment");
  return {
    ...(id.startsWith("tp_") && { id }),
    title,
    ...(channel && { channel }),
    ...(ownership && { ownership }),
    ...(comment !== "" && { doing: comment }),
    ...(Object.keys(backstage).length > 0 && { backstage }),
    ...(channel === "other" && called.toLowerCase() !== "other" && { notes: called }),
  };
}
