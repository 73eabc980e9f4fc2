import type { Journey } from "../../journey.ts";
import { each, touchpointsOf, whole } from "../parts.ts";
import type { Hit, Rule } from "../rule.ts";

const source = "Gartner 2016";
const six = ["who", "what", "why", "where", "when", "how"] as const;

const voices = {
  nl: ["ik", "mijn", "mij", "me", "wij", "we", "ons", "onze"],
  en: ["i", "my", "me", "we", "our", "us"],
};

/** Names of channels that customers use themselves: an app may be called "app" on the map. */
const everyday = new Set(
  "app web website site e-mail email mail telefoon phone chat whatsapp winkel shop store post brief letter forum".split(
    " ",
  ),
);

function inOwnVoice(title: string, language: Journey["language"]): boolean {
  const [first = ""] = title.toLowerCase().match(/\p{L}+/u) ?? [];
  return (language ? voices[language] : [...voices.nl, ...voices.en]).includes(first);
}

/** Words that only the organisation uses: what its departments, systems and processes are called. */
function jargonOf(journey: Journey): string[] {
  const names = [
    ...touchpointsOf(journey).flatMap(({ backstage }) => [
      backstage?.unit,
      backstage?.system,
      backstage?.process,
    ]),
    ...(journey.team ?? []).map(({ unit }) => unit),
  ];
  const kept = names.flatMap((name) => (name && name.trim().length > 2 ? [name.trim()] : []));
  return [...new Set(kept)].filter((name) => !everyday.has(name.toLowerCase()));
}

function speaks(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at === -1) return false;
  const beside = [text[at - 1], text[at + name.length]];
  return beside.every((one) => one === undefined || !/[\p{L}\p{N}]/u.test(one));
}

/** Obstacle 5: inside-out. */
export const customerRules: readonly Rule[] = [
  {
    id: "not-customers-voice",
    group: "customer",
    severity: "warning",
    source,
    words: {
      en: {
        title: "This title is not in the customer's voice",
        why: "Who writes “Send invoice” looks out from the inside; “I get my bill” looks in from outside.",
        todo: "Begin with “I”, “My” or “We”: what does the customer do or meet here?",
      },
      nl: {
        title: "Deze titel is niet in de woorden van de klant",
        why: "Wie ‘Factuur versturen’ schrijft, kijkt van binnen naar buiten; ‘Ik krijg mijn rekening’ kijkt van buiten naar binnen.",
        todo: "Begin met ‘Ik’, ‘Mijn’ of ‘Wij’: wat doet de klant hier, of wat overkomt hem?",
      },
    },
    check: (journey) =>
      each(
        journey.episodes.flatMap((episode) => [episode, ...episode.touchpoints]),
        ({ title }) => !inOwnVoice(title, journey.language),
      ),
  },
  {
    id: "jargon",
    group: "customer",
    severity: "warning",
    source,
    words: {
      en: {
        title: "“{word}” is a word of the organisation",
        why: "Customers do not know what your departments, systems and processes are called.",
        todo: "Say it as a customer would tell it at home.",
      },
      nl: {
        title: "‘{word}’ is een woord van de organisatie",
        why: "Klanten weten niet hoe jullie afdelingen, systemen en processen heten.",
        todo: "Zeg het zoals een klant het thuis zou vertellen.",
      },
    },
    check(journey, _facts, { jargon }) {
      const words = [...jargon, ...jargonOf(journey)];
      const all = touchpointsOf(journey);
      const hits = all.flatMap(({ id, title, doing = "" }): Hit[] => {
        const word = words.find((name) => speaks(title, name) || speaks(doing, name));
        return word === undefined ? [] : [{ at: [id], parameters: { word } }];
      });
      return { of: all.length, hits };
    },
  },
  {
    id: "no-questions",
    group: "customer",
    severity: "hint",
    source,
    words: {
      en: {
        title: "The six questions are open here: {open}",
        why: "Who, what, why, where, when and how, from the customer's side, show what you do not know yet.",
        todo: "Answer them, best together with a customer; at moments of truth first.",
      },
      nl: {
        title: "De zes vragen staan hier nog open: {open}",
        why: "Wie, wat, waarom, waar, wanneer en hoe, vanuit de klant, laten zien wat je nog niet weet.",
        todo: "Beantwoord ze, het liefst samen met een klant; de moments of truth eerst.",
      },
    },
    check(journey) {
      const all = touchpointsOf(journey);
      const hits = all.flatMap(({ id, questions = {} }): Hit[] => {
        const open = six.filter((one) => !questions[one]).length;
        return open === 0 ? [] : [{ at: [id], parameters: { open } }];
      });
      return { of: all.length, hits };
    },
  },
  {
    id: "no-feeling",
    group: "customer",
    severity: "warning",
    source: "Rosenbaum et al. 2017",
    words: {
      en: {
        title: "It is not on the map how customers feel",
        why: "Without feeling a journey map is a process chart.",
        todo: "Note where people are glad, and where they are not; as an assumption if need be.",
      },
      nl: {
        title: "Er staat niet op de kaart hoe klanten zich voelen",
        why: "Zonder emotie is een klantreis een processchema.",
        todo: "Noteer waar mensen blij zijn en waar niet; desnoods als aanname.",
      },
    },
    check: (journey) =>
      whole(
        journey,
        touchpointsOf(journey).every(({ emotions = [] }) => emotions.length === 0),
      ),
  },
  {
    id: "no-doing",
    group: "customer",
    severity: "hint",
    source,
    words: {
      en: {
        title: "What the customer does here is not written",
        why: "What people do between your steps is where the trouble hides.",
        todo: "Describe it in a sentence, as somebody who looks over the customer's shoulder.",
      },
      nl: {
        title: "Er staat niet wat de klant hier doet",
        why: "In wat mensen tussen jullie stappen door doen, zit de moeite verstopt.",
        todo: "Beschrijf het in één zin, alsof je over de schouder van de klant meekijkt.",
      },
    },
    check: (journey) => each(touchpointsOf(journey), ({ doing }) => !doing),
  },
];
