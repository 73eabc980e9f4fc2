import type { Journey } from "../../journey.ts";
import { actionFor, leaderOf } from "../fix/action.ts";
import { allOf, each, touchpointsOf, whole } from "../parts.ts";
import type { Hit, Rule } from "../rule.ts";

const source = "Gartner 2016";

function quantities(journey: Journey) {
  return allOf(journey, "goal").filter(({ kind }) => kind === "quantitative");
}

/** Obstacle 6: the wrong goal. */
export const goalRules: readonly Rule[] = [
  {
    id: "no-goal",
    group: "goal",
    severity: "error",
    source,
    words: {
      en: {
        title: "This journey has no goal",
        why: "A map without a goal ends on a wall.",
        todo: "Write down what is better, and for whom, when this journey is as it should be.",
      },
      nl: {
        title: "Deze klantreis heeft geen doel",
        why: "Een kaart zonder doel eindigt aan de muur.",
        todo: "Schrijf op wat er beter is, en voor wie, als deze klantreis is zoals het hoort.",
      },
    },
    check: (journey) => whole(journey, (journey.goals ?? []).length === 0),
  },
  {
    id: "goals-one-sided",
    group: "goal",
    severity: "warning",
    source,
    words: {
      en: {
        title: "There are figures to reach but no experience, or an experience but no figures",
        why: "A figure without an experience gets gamed; an experience without a figure gets postponed.",
        todo: "Add a goal of the other kind.",
      },
      nl: {
        title: "Er zijn alleen doelen in cijfers, of alleen doelen in woorden",
        why: "Een cijfer zonder ervaring nodigt uit tot sturen op het cijfer; een ervaring zonder cijfer schuift steeds op.",
        todo: "Voeg een doel van de andere soort toe.",
      },
    },
    check(journey) {
      const found = new Set(allOf(journey, "goal").map(({ kind }) => kind));
      return found.size === 0 ? { of: 0, hits: [] } : whole(journey, found.size === 1);
    },
  },
  {
    id: "goal-no-baseline",
    group: "goal",
    severity: "warning",
    source,
    words: {
      en: {
        title: "It is not known where this goal starts from",
        why: "Without a baseline nobody can say whether it came nearer.",
        todo: "Measure how it is now.",
      },
      nl: {
        title: "Onbekend is waar dit doel begint",
        why: "Zonder nulmeting kan niemand zeggen of het dichterbij kwam.",
        todo: "Meet hoe het nu is.",
      },
    },
    check: (journey) => each(quantities(journey), ({ baseline }) => baseline === undefined),
  },
  {
    id: "goal-no-target",
    group: "goal",
    severity: "warning",
    source,
    words: {
      en: {
        title: "This goal has no target",
        why: "“Better” is reached every day, and never.",
        todo: "Agree on a figure.",
      },
      nl: {
        title: "Dit doel heeft geen streefwaarde",
        why: "‘Beter’ haal je elke dag, en nooit.",
        todo: "Spreek een getal af.",
      },
    },
    check: (journey) => each(quantities(journey), ({ target }) => target === undefined),
  },
  {
    id: "goal-no-date",
    group: "goal",
    severity: "warning",
    source,
    words: {
      en: {
        title: "This goal has no date",
        why: "What has no date always has time.",
        todo: "Say by when.",
      },
      nl: {
        title: "Dit doel heeft geen datum",
        why: "Wat geen datum heeft, heeft altijd tijd.",
        todo: "Zeg wanneer het bereikt moet zijn.",
      },
    },
    check: (journey) => each(allOf(journey, "goal"), ({ by }) => by === undefined),
  },
  {
    id: "goals-unrelated",
    group: "goal",
    severity: "warning",
    source,
    words: {
      en: {
        title: "How these goals help each other is not said",
        why: "Goals of departments pull in different ways until somebody writes down which one serves which.",
        todo: "Say of each figure which experience it serves.",
        fix: "Say that “{figure}” serves “{experience}”",
      },
      nl: {
        title: "Er staat niet hoe deze doelen elkaar helpen",
        why: "Doelen van afdelingen trekken verschillende kanten op, tot iemand opschrijft welk doel welk ander dient.",
        todo: "Zeg bij elk cijfer welke ervaring het dient.",
        fix: "Leg vast dat ‘{figure}’ ‘{experience}’ dient",
      },
    },
    check(journey) {
      const goals = allOf(journey, "goal");
      if (goals.length < 2) return { of: 0, hits: [] };
      const related = goals.some(({ serves = [] }) => serves.length > 0);
      if (related) return { of: 1, hits: [] };
      const at = goals.map(({ id }) => id);
      const [figure, ...figures] = goals.filter(({ kind }) => kind === "quantitative");
      const [experience, ...others] = goals.filter(({ kind }) => kind === "qualitative");
      if (!figure || !experience || figures.length + others.length > 0)
        return { of: 1, hits: [{ at }] };
      const parameters = { figure: figure.title, experience: experience.title };
      const from = figure.serves ?? null;
      const fix = {
        do: "set" as const,
        at: figure.id,
        field: "serves",
        from,
        to: [experience.id],
      };
      return { of: 1, hits: [{ at, parameters, fix }] };
    },
  },
  {
    id: "goal-passed",
    group: "goal",
    severity: "warning",
    source: "nine ways: keep adapting",
    needs: ["today"],
    words: {
      en: {
        title: "The date of this goal has passed",
        why: "A goal that nobody looks back on teaches nothing.",
        todo: "Write down whether it was reached, and set a new one.",
      },
      nl: {
        title: "De datum van dit doel is voorbij",
        why: "Van een doel waar niemand op terugkijkt, leert niemand iets.",
        todo: "Noteer of het gehaald is en stel een nieuw doel.",
      },
    },
    check: (journey, { today = "" }) =>
      each(
        allOf(journey, "goal").filter(({ by }) => by !== undefined),
        ({ by = today }) => by < today,
      ),
  },
  {
    id: "pain-no-action",
    group: "goal",
    severity: "warning",
    source,
    words: {
      en: {
        title: "Nobody does anything about this pain",
        why: "A map is judged by what was done, not by how it looks.",
        todo: "Link an action with an owner to it, or decide openly to leave it.",
        fix: "Tie an action of {owner} to it",
      },
      nl: {
        title: "Aan dit pijnpunt doet niemand iets",
        why: "Een kaart telt door wat er gedaan is, niet door hoe hij eruitziet.",
        todo: "Koppel er een actie met een eigenaar aan, of besluit openlijk het te laten.",
        fix: "Koppel er een actie van {owner} aan",
      },
    },
    check(journey) {
      const owned = allOf(journey, "action").filter(
        ({ owner, status }) => owner && status !== "dropped",
      );
      const solved = new Set<string>(owned.flatMap(({ solves = [] }) => solves));
      const pains = allOf(journey, "pain");
      const hits = pains
        .filter(({ id }) => !solved.has(id))
        .map(({ id, title }): Hit => {
          const here = touchpointsOf(journey).find(({ pains: own = [] }) =>
            own.some((pain) => pain.id === id),
          );
          const free = owned.filter(
            (action) => !action.solves && here?.actions?.some((one) => one.id === action.id),
          );
          const [action] = free;
          const owner = action?.owner ?? leaderOf(journey);
          if (!here || owner === undefined || free.length > 1) return { at: [id] };
          const fix = action
            ? { do: "set" as const, at: action.id, field: "solves", from: null, to: [id] }
            : actionFor(journey, here, { id, title });
          return { at: [id], parameters: { owner }, fix };
        });
      return { of: pains.length, hits };
    },
  },
  {
    id: "action-overdue",
    group: "goal",
    severity: "warning",
    source,
    needs: ["today"],
    words: {
      en: {
        title: "This action should have been done",
        why: "Promises that lapse in silence cost the trust of the team.",
        todo: "Finish it, give it a new date, or drop it and say why.",
      },
      nl: {
        title: "Deze actie had klaar moeten zijn",
        why: "Afspraken die stilletjes verlopen, kosten het vertrouwen van het team.",
        todo: "Rond de actie af, geef een nieuwe datum, of laat hem vallen en zeg waarom.",
      },
    },
    check: (journey, { today = "" }) =>
      each(
        allOf(journey, "action").filter(({ by }) => by !== undefined),
        ({ by = today, status = "open" }) =>
          by < today && (status === "open" || status === "doing"),
      ),
  },
  {
    id: "more-exports-than-actions",
    group: "goal",
    severity: "hint",
    source: `${source}; Rosenbaum et al. 2017`,
    needs: ["exports"],
    words: {
      en: {
        title: "Exported or shared {exports} times, with {actions} actions to show for it",
        why: "A map that is shown more often than it is acted upon has become an aim in itself.",
        todo: "Choose the worst pain, and agree who does what about it.",
      },
      nl: {
        title: "{exports} keer geëxporteerd of gedeeld, en er staan {actions} acties op",
        why: "Een kaart die vaker wordt getoond dan gebruikt, is een doel op zich geworden.",
        todo: "Kies het ergste pijnpunt en spreek af wie er wat aan doet.",
      },
    },
    check(journey, { exports = 0 }) {
      const actions = allOf(journey, "action").filter(({ status }) => status !== "dropped").length;
      const parameters = { exports, actions };
      return { of: 1, hits: exports > actions ? [{ at: [journey.id], parameters }] : [] };
    },
  },
];
