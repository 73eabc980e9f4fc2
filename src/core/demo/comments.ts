import type { Topic } from "./scores.ts";

type Said = { readonly happy: readonly string[]; readonly sore: readonly string[] };

/** What customers write, by what they were asked about; `sore` when things went wrong or the score is low. */
export const comments: Readonly<Record<Topic, Said>> = {
  tarieven: {
    happy: [
      "Lekker overzichtelijk, zonder kleine lettertjes.",
      "Meteen duidelijk wat ik per maand kwijt ben.",
      "Fijn dat vast en variabel naast elkaar staan.",
    ],
    sore: [
      "Op de vergelijker stond een ander bedrag dan hier.",
      "Weer een prijs die net niet klopt. Dan haak ik af.",
      "Ik moest drie keer rekenen voor ik snapte wat de korting inhield.",
      "Waar is de welkomstbonus gebleven?",
    ],
  },
  chat: {
    happy: [
      "Binnen twee minuten antwoord, top!",
      "Vriendelijk geholpen en ik kreeg meteen een rekenvoorbeeld.",
      "Eindelijk iemand die gewoon antwoord geeft.",
    ],
    sore: [
      "Een kwartier gewacht en toen was ik eruit gegooid.",
      "'s Avonds hoef je het niet te proberen.",
      "Ik zat om half negen klaar, maar er kwam niemand.",
      "Wachten, wachten, wachten. Laat dan zien hoe lang het duurt.",
    ],
  },
  winkel: {
    happy: [
      "Met een kop koffie alles doorgenomen. Zo hoort het.",
      "Ze zetten het gewoon voor me klaar op de tablet.",
      "Heel geduldig uitgelegd; ik ben niet zo handig met internet.",
    ],
    sore: ["Prima hulp, alleen ver rijden."],
  },
  gegevens: {
    happy: ["Zo gepiept.", "Alles stond al bijna goed, alleen mijn geboortedatum nog."],
    sore: [
      "Het formulier snapt niet dat ik op twee adressen tegelijk woon tijdens de verhuizing.",
      "Nieuw adres werd niet herkend: nieuwbouw.",
      "Na drie keer invullen was ik alles weer kwijt.",
      "Uiteindelijk maar gebeld.",
    ],
  },
  meterstand: {
    happy: ["Handig, ik had hem toevallig net opgeschreven.", "Foto gemaakt, klaar."],
    sore: [
      "Waar staat die meter? Ik ben op mijn werk.",
      "Kan dit niet later? Ik zit in de trein.",
      "Welke van de vier getallen moet ik hebben?",
      "Moet ik daarvoor de kast leeghalen …",
      "Ik heb een slimme meter; jullie kunnen dat toch zelf zien?",
    ],
  },
  contract: {
    happy: [
      "Duidelijk contract, in één keer getekend.",
      "Fijn dat alles op één pagina stond.",
      "Netjes. Nu maar afwachten.",
    ],
    sore: ["Veel tekst voor zoiets eenvoudigs."],
  },
  wachten: {
    happy: [
      "Fijn dat ik een berichtje kreeg hoe het ervoor staat.",
      "Ik weet nu precies wanneer het ingaat.",
      "Goed dat jullie even laten weten dat mijn oude contract is opgezegd.",
    ],
    sore: [
      "Ben ik nu klant of niet?",
      "Al twee weken niets gehoord.",
      "Is mijn oude contract nu opgezegd? Niemand die het zegt.",
      "Het is wel heel stil geworden na het tekenen.",
      "Straks zit ik zonder stroom.",
    ],
  },
  "bellen-klant": {
    happy: ["Aardige medewerker, stelde me gerust."],
    sore: [
      "Dat ik hiervoor moest bellen …",
      "Eerst twaalf minuten in de wacht om te horen dat alles goed staat.",
      "Had even een mailtje gestuurd.",
    ],
  },
  welkom: {
    happy: [
      "Warm welkom, en alles stond erin.",
      "Fijn, nu weet ik waar ik aan toe ben.",
      "Leuke mail, met een duidelijk stappenplan.",
    ],
    sore: ["Mooi, maar wat laat."],
  },
  inloggen: {
    happy: ["Werkt prettig, met mijn vingerafdruk."],
    sore: [
      "Code gekregen, ingevuld, weer een code. En weer.",
      "Ik kom er niet in!",
      "De app blijft zeggen dat mijn code verlopen is.",
    ],
  },
  nota: {
    happy: ["Klopt precies met wat was afgesproken.", "Helder."],
    sore: [
      "Er was me iets heel anders beloofd.",
      "Het termijnbedrag is 40 euro hoger dan in de offerte!",
      "Jullie hebben mijn zonnepanelen niet meegerekend.",
      "Schrok me rot van dit bedrag.",
      "Teruglevering staat er niet op. Zo kan ik het niet controleren.",
    ],
  },
  "bellen-termijn": {
    happy: [
      "Werd meteen aangepast, dank.",
      "Goed uitgelegd, maar waarom stond het niet zo in de brief?",
    ],
    sore: [
      "Derde medewerker, derde verhaal.",
      "Lang in de wacht voor een fout die niet de mijne is.",
      'Ze zagen een ander bedrag dan ik; "dat komt door het systeem".',
    ],
  },
  rekening: {
    happy: [
      "Nu snap ik waar het bedrag vandaan komt.",
      "Het filmpje bij de nota maakte het duidelijk.",
      "Mooi dat je per dag kunt zien wat je verbruikt.",
    ],
    sore: ["Te veel getallen op één scherm."],
  },
  verlengen: {
    happy: [
      "Fijn, geen gedoe.",
      "Twee klikken en het was geregeld.",
      "Eerlijk aanbod, ook voor bestaande klanten.",
    ],
    sore: ["Nieuwe klanten krijgen meer korting."],
  },
  aanraden: {
    happy: [
      "Heb mijn buurvrouw al overgehaald.",
      "Na een stroef begin ben ik echt tevreden.",
      "Je krijgt een mens aan de lijn.",
    ],
    sore: ["Het begin was rommelig: wekenlang niets gehoord.", "Prima, niet meer en niet minder."],
  },
};

/** What was said in the interviews, about which contact. */
export const interviewQuotes: readonly (readonly [event: string, text: string])[] = [
  [
    "Tarieven bekeken",
    "Ik had zes tabbladen open en wist aan het eind nóg niet wie het goedkoopst was.",
  ],
  [
    "Meterstand gevraagd",
    "Waar staat die meter? Ik ben op mijn werk. Toen heb ik het maar weggeklikt.",
  ],
  ["Meterstand gevraagd", "Achter de schoenen, met een zaklamp. En dan zijn het er vier."],
  ["Contract getekend", "Tekenen voelde goed, alsof ik iets slims had gedaan."],
  [
    "Overstap in behandeling",
    "Ben ik nu klant of niet? Ik durfde mijn oude leverancier niet te bellen.",
  ],
  ["Overstap in behandeling", "Achttien dagen. Je denkt: ze zijn me vergeten."],
  ["Eerste nota ontvangen", "Er was me iets heel anders beloofd. Met panelen op het dak!"],
  ["Eerste nota ontvangen", "Ik las het drie keer. Honderdzestig in plaats van honderdtwintig."],
];

/** What people ask each other on the forum. */
export const forumPosts = [
  "Iemand ervaring met overstappen naar Wadlicht met zonnepanelen?",
  "Hoe lang duurt het voor je iets hoort na het tekenen?",
  "Termijnbedrag hoger dan offerte, herkenbaar?",
  "App blijft om een code vragen (Android). Tips?",
  "Waar vind ik de teruglevering op mijn meter?",
] as const;
