import { fill } from "../../../src/core/map/fill.ts";
import { Journey } from "../../../src/core/map/journey.ts";
import type { Overlay } from "../../../src/core/evidence/overlay.ts";
import { figuresOver } from "./figures.ts";

const channels = ["web", "app", "email", "phone", "chat", "shop", "post"] as const;

/** A map of any size with something in every lane, the same at every run. */
export function synthetic(count: number): { journey: Journey; overlay: Overlay } {
  const evidence = { kind: "measured" } as const;
  const touchpoints = Array.from({ length: count }, (_, at) => ({
    id: `tp_${at}`,
    title: `Ik doe stap ${at + 1} van mijn reis`,
    channel: channels[at % channels.length],
    importance: { customer: 1 + (at % 5), organisation: 1 + ((at * 3) % 5) },
    doing: "Zoekt op wat hij nodig heeft en vergelijkt het",
    momentOfTruth: at % 11 === 6,
    emotions: [{ value: Math.sin(at * 0.7), evidence: { kind: "assumed" } }],
    quotes: at % 4 === 1 ? [{ text: "Waar moet ik zijn?", evidence }] : [],
    pains: at % 7 === 3 ? [{ title: "Het duurt te lang", text: "1 op 5 belt", evidence }] : [],
    opportunities: at % 7 === 3 ? [{ title: "Zeg wanneer het klaar is", evidence }] : [],
    backstage: {
      frontstage: ["Servicebalie"],
      process: "Aanvraag behandelen",
      system: "CRM",
      unit: "Service",
    },
    actions: at % 9 === 3 ? [{ title: "Bericht op dag 3", owner: "Service" }] : [],
  }));
  const perEpisode = Math.max(4, Math.ceil(count / 7 > 40 ? 16 : count / 7));
  const episodes = Array.from({ length: Math.ceil(count / perEpisode) }, (_, at) => ({
    id: `ep_${at}`,
    title: `Hoofdstuk ${at + 1}`,
    goal: "Verder komen zonder gedoe",
    touchpoints: touchpoints.slice(at * perEpisode, (at + 1) * perEpisode),
  }));
  const journey = Journey.parse(
    fill({
      spoor: "journey/1",
      id: "jo_synthetic",
      title: `Een reis van ${count} contactmomenten`,
      episodes,
    }),
  );
  const overlay = figuresOver(
    journey,
    touchpoints.map((_, at) => ({
      still: 100 * (1 - at / count) ** 0.8,
      reach: 60 * (1 - at / count) ** 0.8,
      waitHours: 0.1 * 7 ** (at % 5),
      ...(at % 6 !== 5 && { csat: [3 + 1.6 * Math.sin(at * 1.7), 20 + at * 3] as const }),
    })),
    [{ from: `tp_${Math.min(12, count - 1)}`, to: "tp_4", journeys: 2400 }],
  );
  return { journey, overlay };
}
