import { z } from "zod";
import { Ledger } from "../event/import.ts";
import { FROM, TO, isoUtc } from "./calendar.ts";
import type { Plan, Trail } from "./generate.ts";
import { IMPROVED, MESSAGE_DAYS, pains, type PainId, type PlantedPain } from "./pains.ts";
import { personas } from "./personas.ts";
import { asked, scales } from "./scores.ts";
import { sources, sourceIds } from "./source.ts";
import { Tally } from "./tally.ts";

const Place = z.strictObject({ event: z.string(), channel: z.string() });
const Predicate = z.record(z.string(), z.array(z.string()));
const Struck = z.strictObject({ reached: z.number().int(), hit: z.number().int() });

/** What was planted in a demo set: what an analysis of it must find. */
export const Truth = z.strictObject({
  spoor: z.literal("truth/1"),
  customers: z.number().int(),
  seed: z.number().int(),
  /** The two years, ISO, `to` excluded. */
  from: z.string(),
  to: z.string(),
  personas: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      predicate: Predicate,
      people: z.number().int(),
    }),
  ),
  outcomes: z.record(z.string(), z.number().int()),
  pains: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      kind: z.enum(["leave", "wait", "loop", "switch", "score"]),
      from: Place,
      /** Where those who are hit go next; null when they leave. */
      to: Place.nullable(),
      segment: Predicate,
      period: z.tuple([z.string(), z.string()]).nullable(),
      /** Planted probabilities on reaching `from`: in segment and period, and for all others. */
      hurt: z.number(),
      otherwise: z.number(),
      /** How often it was reached and struck. */
      affected: Struck,
      others: Struck,
    }),
  ),
  improvement: z.strictObject({
    from: z.string(),
    what: z.string(),
    days: z.array(z.number()),
    /** Probability of calling and mean score, before and after. */
    calls: z.tuple([z.number(), z.number()]),
    score: z.tuple([z.number(), z.number()]),
    at: Place,
  }),
  /** Planted mean scores per touchpoint, when things go well and when they go wrong. */
  scores: z.array(
    z.strictObject({
      event: z.string(),
      kind: z.string(),
      scale: z.tuple([z.number(), z.number()]),
      well: z.number(),
      wrong: z.number(),
    }),
  ),
  people: z.array(
    z.strictObject({
      persona: z.string(),
      outcome: z.string(),
      /** Groups of identifiers (`kind value`); no row ties two groups together. */
      identifiers: z.array(z.array(z.string())),
    }),
  ),
  /** Phone numbers of two people each; they link nobody. */
  sharedPhones: z.array(z.strictObject({ phone: z.string(), people: z.tuple([z.int(), z.int()]) })),
  mess: z.record(z.string(), z.number().int()),
  /** Books that the import must arrive at, per source. */
  ledger: z.record(z.string(), Ledger),
});
export type Truth = z.infer<typeof Truth>;

type PersonTruth = Truth["people"][number];

/** Gathers the truth of a set while its people are told. */
export class TruthKeeper {
  readonly tally = new Tally();
  readonly #people: PersonTruth[] = [];
  readonly #sharedPhones: Truth["sharedPhones"] = [];

  add({ life, outcome }: Trail): void {
    const { person, ties } = life;
    const identifiers = ties.map((group) => [...group].toSorted());
    this.#people.push({ persona: person.persona.id, outcome, identifiers });
    const phone = identifiers.flat().find((identifier) => identifier.startsWith("phone "));
    const neighbour = this.#people[person.index - 1];
    if (person.sharesPhone && phone !== undefined && neighbour?.identifiers.flat().includes(phone))
      this.#sharedPhones.push({ phone, people: [person.index - 1, person.index] });
  }

  truth(plan: Plan): Truth {
    const count = (key: "persona" | "outcome", value: string) =>
      this.#people.filter((person) => person[key] === value).length;
    const outcomes = [...new Set(this.#people.map((person) => person.outcome))].toSorted();
    return {
      spoor: "truth/1",
      customers: plan.customers,
      seed: plan.seed,
      from: isoUtc(FROM),
      to: isoUtc(TO),
      personas: personas.map(({ id, name, predicate }) => ({
        id,
        name,
        predicate: copy(predicate),
        people: count("persona", id),
      })),
      outcomes: Object.fromEntries(outcomes.map((name) => [name, count("outcome", name)])),
      pains: Object.entries(pains).map(([id, pain]: [string, PlantedPain]) => ({
        ...pain,
        id,
        segment: copy(pain.segment),
        period: pain.period && [isoUtc(pain.period[0]), isoUtc(pain.period[1])],
        ...(this.tally.pains.get(id as PainId) ?? {
          affected: { reached: 0, hit: 0 },
          others: { reached: 0, hit: 0 },
        }),
      })),
      improvement: {
        from: isoUtc(IMPROVED),
        what: "Bericht na 3, 10 en 17 dagen voor wie vanaf deze datum tekent",
        days: [...MESSAGE_DAYS],
        calls: [pains.silence.hurt, pains.silence.otherwise],
        score: [asked.wachten.wrong, asked.wachten.well],
        at: pains.silence.from,
      },
      scores: Object.values(asked).map(({ event, kind, well, wrong }) => ({
        event,
        kind,
        scale: [...scales[kind]],
        well,
        wrong,
      })),
      people: this.#people,
      sharedPhones: this.#sharedPhones,
      mess: Object.fromEntries(this.tally.mess),
      ledger: Object.fromEntries(
        sourceIds.flatMap((id) => {
          const ledger = this.tally.ledgers.get(id);
          return ledger ? [[sources[id].name, ledger]] : [];
        }),
      ),
    };
  }
}

function copy(predicate: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(predicate).map(([name, values]) => [name, [...values]]));
}
