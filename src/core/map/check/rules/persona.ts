import { allOf, each, touchpointsOf, whole } from "../parts.ts";
import type { Rule } from "../rule.ts";

const source = "Gartner 2016";

/** Obstacle 2: no focus on segments and personas. */
export const personaRules: readonly Rule[] = [
  {
    id: "no-persona",
    group: "persona",
    severity: "error",
    source,
    words: {
      en: {
        title: "There is no persona that is more than a name",
        why: "A journey of everybody is a journey of nobody.",
        todo: "Describe at least one persona: who it is, and what this person wants.",
      },
      nl: {
        title: "Er is geen persona die meer is dan een naam",
        why: "Een klantreis van iedereen is een klantreis van niemand.",
        todo: "Beschrijf minstens één persona: wie het is en wat die wil.",
      },
    },
    check: ({ id, personas = [] }) => ({
      of: 1,
      hits: personas.some(
        ({ text, goals, predicate }) => text || goals?.length || predicate !== undefined,
      )
        ? []
        : [{ at: [id] }],
    }),
  },
  {
    id: "persona-no-predicate",
    group: "persona",
    severity: "warning",
    source,
    words: {
      en: {
        title: "Nobody can tell which customers this persona is",
        why: "Without a rule over customers a persona has no size, and no figure can be filtered by it.",
        todo: "Say which attributes of customers make them this persona.",
      },
      nl: {
        title: "Niemand weet welke klanten deze persona zijn",
        why: "Zonder regel over klanten heeft een persona geen omvang en kun je geen cijfer op die persona filteren.",
        todo: "Leg vast welke kenmerken iemand tot deze persona maken.",
      },
    },
    check: ({ personas = [] }) =>
      each(personas, ({ predicate = {} }) => Object.keys(predicate).length === 0),
  },
  {
    id: "persona-no-evidence",
    group: "persona",
    severity: "warning",
    source,
    words: {
      en: {
        title: "This persona rests on nothing",
        why: "A persona thought up in a meeting room describes the meeting room.",
        todo: "Speak with five to ten of these customers, or take their figures.",
      },
      nl: {
        title: "Deze persona rust nergens op",
        why: "Een persona die in een vergaderkamer is bedacht, beschrijft de vergaderkamer.",
        todo: "Spreek vijf tot tien van deze klanten, of gebruik hun cijfers.",
      },
    },
    check: ({ personas = [] }) =>
      each(personas, ({ evidence = [] }) => evidence.every(({ kind }) => kind === "assumed")),
  },
  {
    id: "personas-alike",
    group: "persona",
    severity: "warning",
    source,
    words: {
      en: {
        title: "The map makes no difference between its personas",
        why: "Personas that go the same way and feel the same are one persona.",
        todo: "Say with feelings and quotes whose they are, or join the personas.",
      },
      nl: {
        title: "De kaart maakt geen verschil tussen de persona's",
        why: "Persona's die dezelfde weg gaan en hetzelfde voelen, zijn één persona.",
        todo: "Zeg bij emoties en citaten van wie ze zijn, of voeg de persona's samen.",
      },
    },
    check(journey) {
      const { personas = [] } = journey;
      if (personas.length < 2) return { of: 0, hits: [] };
      const said = [...allOf(journey, "emotion"), ...allOf(journey, "quote")];
      const named = said.some(({ persona }) => persona !== undefined);
      const predicates = personas.map(({ predicate }) => JSON.stringify(predicate ?? null));
      const same = new Set(predicates).size === 1;
      return { of: 1, hits: named && !same ? [] : [{ at: personas.map(({ id }) => id) }] };
    },
  },
  {
    id: "persona-too-small",
    group: "persona",
    severity: "warning",
    source,
    needs: ["sizes"],
    words: {
      en: {
        title: "Only {n} customers in the data are this persona",
        why: "A map for a handful of people moves no figure, and its figures are mostly chance.",
        todo: "Look at the rule of the persona: is it too narrow, or spelled otherwise in the data?",
      },
      nl: {
        title: "In de data zijn maar {n} klanten deze persona",
        why: "Een kaart voor een handjevol mensen verandert geen cijfer, en de cijfers erop zijn vooral toeval.",
        todo: "Bekijk de regel van de persona: is die te smal, of heet het in de data anders?",
      },
    },
    check({ personas = [] }, { sizes = {} }, { minPersona }) {
      const known = personas.filter(({ id }) => sizes[id] !== undefined);
      return {
        of: known.length,
        hits: known
          .filter(({ id }) => (sizes[id] ?? 0) < minPersona)
          .map(({ id }) => ({ at: [id], parameters: { n: sizes[id] ?? 0 } })),
      };
    },
  },
  {
    id: "nobody-quoted",
    group: "persona",
    severity: "warning",
    source: "nine ways: align with sales; Gartner 2016",
    words: {
      en: {
        title: "No customer speaks on this map",
        why: "One sentence of a customer convinces more than ten of yours.",
        todo: "Put down what customers said to service or sales, word for word.",
      },
      nl: {
        title: "Er komt geen klant aan het woord op deze kaart",
        why: "Eén zin van een klant overtuigt meer dan tien van jezelf.",
        todo: "Noteer letterlijk wat klanten tegen service of verkoop zeiden.",
      },
    },
    check: (journey) =>
      whole(
        journey,
        touchpointsOf(journey).every(({ quotes = [] }) => quotes.length === 0),
      ),
  },
];
