import type { Chance } from "./chance.ts";

/** What the company knows about somebody's situation; personas are predicates over these. */
export type Situation = {
  readonly aanleiding: "verhuizing" | "prijs" | "jaarrekening" | "advies";
  readonly opwek: "zonnepanelen" | "geen";
  readonly ervaring: "eerste keer" | "vaker";
  readonly huishouden: "alleen" | "samen" | "gezin";
};

export type PersonaKind = {
  readonly id: "pe_eerste" | "pe_zon" | "pe_prijs" | "pe_verhuizer";
  readonly name: string;
  readonly share: number;
  /** Holds for exactly the people of this persona. */
  readonly predicate: Readonly<Record<string, readonly string[]>>;
};

/** The four kinds of customer; everybody is one of them. */
export const personas = [
  {
    id: "pe_eerste",
    name: "Eerste overstapper",
    share: 0.34,
    predicate: {
      aanleiding: ["jaarrekening", "advies"],
      ervaring: ["eerste keer"],
      opwek: ["geen"],
    },
  },
  {
    id: "pe_zon",
    name: "Gezin met zonnepanelen",
    share: 0.23,
    predicate: { opwek: ["zonnepanelen"] },
  },
  {
    id: "pe_prijs",
    name: "Prijsjager",
    share: 0.26,
    predicate: { aanleiding: ["prijs"], opwek: ["geen"] },
  },
  {
    id: "pe_verhuizer",
    name: "Verhuizer",
    share: 0.17,
    predicate: { aanleiding: ["verhuizing"] },
  },
] as const satisfies readonly PersonaKind[];

const anyHousehold = ["alleen", "samen", "gezin"] as const;

const situations: Record<PersonaKind["id"], (chance: Chance) => Situation> = {
  pe_eerste: (chance) => ({
    aanleiding: chance.hit(0.6) ? "jaarrekening" : "advies",
    opwek: "geen",
    ervaring: "eerste keer",
    huishouden: chance.pick(anyHousehold),
  }),
  pe_zon: (chance) => ({
    aanleiding: chance.hit(0.7) ? "jaarrekening" : "advies",
    opwek: "zonnepanelen",
    ervaring: chance.hit(0.8) ? "vaker" : "eerste keer",
    huishouden: chance.hit(0.85) ? "gezin" : "samen",
  }),
  pe_prijs: (chance) => ({
    aanleiding: "prijs",
    opwek: "geen",
    ervaring: "vaker",
    huishouden: chance.pick(anyHousehold),
  }),
  pe_verhuizer: (chance) => ({
    aanleiding: "verhuizing",
    opwek: "geen",
    ervaring: chance.hit(0.5) ? "vaker" : "eerste keer",
    huishouden: chance.hit(0.7) ? "samen" : "alleen",
  }),
};

/** A situation that makes somebody this persona and no other. */
export function situationOf(persona: PersonaKind, chance: Chance): Situation {
  return situations[persona.id](chance);
}
