import type { Journey, Member } from "../journey.ts";

type Wanted = {
  readonly id: string;
  readonly title: string;
  readonly state: Journey["state"];
};

/** The first words of a title in the customer's voice, to be completed. */
export const opening = { nl: "Ik …", en: "I …" };

/** A map with nothing on it but a place to begin typing. */
export function blankJourney(wanted: Wanted & { readonly language: "nl" | "en" }): Journey {
  const title = opening[wanted.language];
  return {
    spoor: "journey/1",
    ...wanted,
    episodes: [{ id: "ep_1", title, touchpoints: [{ id: "tp_1", title }] }],
  };
}

/** A map of one's own after a template. */
export function fromTemplate(template: Journey, wanted: Wanted): Journey {
  return { ...template, ...wanted };
}

/**
 * A copy of a map, as the beginning of another state of the same journey. Its parts keep their ids, so
 * that the two can be laid over each other; who signed the map signed the other one.
 */
export function copyOf(journey: Journey, wanted: Wanted): Journey {
  const { basedOn, team, ...kept } = journey;
  const current = basedOn ?? journey.id;
  return {
    ...kept,
    ...wanted,
    ...(wanted.state !== "current" && { basedOn: current }),
    ...(team && { team: team.map(unsigned) }),
  };
}

function unsigned(member: Member): Member {
  const { signed: _, ...kept } = member;
  return kept;
}
