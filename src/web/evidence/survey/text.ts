import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  about: (until: string) =>
    `How do you think that customers feel here? Two minutes, until ${until}. There are no wrong answers.`,
  privacy:
    "Without your name. Others see your department only together with at least four colleagues, and nothing before the survey is over. Your remark is shown as you write it, without your department.",
  department: "Your department",
  choose: "Choose",
  other: "Another department",
  faces: ["very bad", "bad", "so-so", "good", "very good"],
  unknown: "I don’t know, or never see it",
  answered: (done: number, of: number) => `${en.number(done)} of ${en.number(of)}`,
  remark: "What do you think hurts most? (optional)",
  remarkHint: "Write no names or numbers of customers.",
  send: "Send",
  needs: "Choose your department and score at least one touchpoint.",
  sent: "Thank you. Your answer is in.",
  waiting:
    "Kept in this browser. It is sent as soon as there is a connection; you can close this page and come back.",
  change: "Change my answer",
  changeable: (until: string) => `In this browser you can change it until ${until}.`,
  refused: (why: string) => `Your answer was not taken. ${why}`,
  over: "This survey is over",
  overHint: "Thank you. Whoever sent you the link can show you what came out of it.",
  nothing: "The touchpoints of this survey are not on the map any more. Ask who sent you the link.",
};

const dutch: typeof english = {
  about: (until) =>
    `Hoe denk je dat klanten zich hier voelen? Twee minuten, tot en met ${until}. Foute antwoorden bestaan niet.`,
  privacy:
    "Zonder je naam. Anderen zien je afdeling alleen samen met minstens vier collega’s, en niets voordat de enquête voorbij is. Je opmerking is te lezen zoals je haar schrijft, zonder je afdeling.",
  department: "Je afdeling",
  choose: "Kies",
  other: "Een andere afdeling",
  faces: ["heel slecht", "slecht", "matig", "goed", "heel goed"],
  unknown: "Weet ik niet, of zie ik nooit",
  answered: (done, of) => `${nl.number(done)} van ${nl.number(of)}`,
  remark: "Wat doet volgens jou het meeste pijn? (mag leeg blijven)",
  remarkHint: "Schrijf geen namen of nummers van klanten op.",
  send: "Verstuur",
  needs: "Kies je afdeling en geef minstens één contactmoment een score.",
  sent: "Dank je wel. Je antwoord is binnen.",
  waiting:
    "Bewaard in deze browser. Het wordt verstuurd zodra er verbinding is; je kunt deze pagina sluiten en later terugkomen.",
  change: "Wijzig mijn antwoord",
  changeable: (until) => `In deze browser kun je het wijzigen tot en met ${until}.`,
  refused: (why) => `Je antwoord is niet aangenomen. ${why}`,
  over: "Deze enquête is voorbij",
  overHint: "Dank je wel. Wie je de link stuurde, kan je laten zien wat eruit kwam.",
  nothing:
    "De contactmomenten van deze enquête staan niet meer op de kaart. Vraag het wie je de link stuurde.",
};

export const surveyText = { en: english, nl: dutch };
