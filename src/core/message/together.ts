import { worded } from "./wording.ts";

/** What is told to those who draw together, and to guests. */
export const togetherWords = {
  "derived-anew": worded<{ readonly share: number }>({
    en: ({ share }) =>
      `Spoor was updated and works people and journeys out again (${Math.round(share * 100)}% done). Try again in a moment; nothing of the data changes.`,
    nl: ({ share }) =>
      `Spoor is bijgewerkt en berekent klanten en klantreizen opnieuw (${Math.round(share * 100)}% klaar). Probeer het zo meteen opnieuw; aan de data verandert niets.`,
  }),
  "map-busy": worded({
    en: () => "Many are changing this map at the same moment. Try again.",
    nl: () => "Er wordt op dit moment veel aan deze kaart veranderd. Probeer het opnieuw.",
  }),
  "too-many-watching": worded<{ readonly most: number }>({
    en: ({ most }) =>
      `${most} people follow this map already, and more cannot be served. Try again later.`,
    nl: ({ most }) =>
      `Er kijken al ${most} mensen mee met deze kaart; meer kan niet. Probeer het later opnieuw.`,
  }),
  "too-many-tails": worded({
    en: () => "Too many are watching what sources tell. Try again later.",
    nl: () => "Er kijken al te veel mensen live mee met bronnen. Probeer het later opnieuw.",
  }),
  "no-version": worded<{ readonly number: number }>({
    en: ({ number }) => `This map has no version ${number}.`,
    nl: ({ number }) => `Deze kaart heeft geen versie ${number}.`,
  }),
  "nothing-thrown-away": worded({
    en: () => "There is nothing to put back: a map that was thrown away is kept for thirty days.",
    nl: () => "Er is niets om terug te zetten: een weggegooide kaart wordt dertig dagen bewaard.",
  }),
  "no-comment": worded({
    en: () => "This comment is not there any more.",
    nl: () => "Deze opmerking is er niet meer.",
  }),
  "not-yours": worded({
    en: () => "Only who wrote this can change it.",
    nl: () => "Alleen wie dit schreef, kan het veranderen.",
  }),
  "no-share": worded({
    en: () => "This link does not exist. Ask who sent it to you for a new one.",
    nl: () => "Deze link bestaat niet. Vraag een nieuwe aan wie hem stuurde.",
  }),
  "share-revoked": worded({
    en: () => "This link was withdrawn. Ask who sent it to you for a new one.",
    nl: () => "Deze link is ingetrokken. Vraag een nieuwe aan wie hem stuurde.",
  }),
  "share-expired": worded({
    en: () => "This link was valid for a limited time, and that is over. Ask for a new one.",
    nl: () => "Deze link was een beperkte tijd geldig en is nu verlopen. Vraag een nieuwe.",
  }),
  "share-past": worded({
    en: () => "A link cannot expire in the past. Choose a later day.",
    nl: () => "Een link kan niet in het verleden verlopen. Kies een latere dag.",
  }),
  "no-figures": worded({
    en: () => "This link shows the map without figures.",
    nl: () => "Deze link toont de kaart zonder cijfers.",
  }),
  "no-workshop": worded({
    en: () => "This workshop does not exist.",
    nl: () => "Deze workshop bestaat niet.",
  }),
  "workshop-closed": worded({
    en: () => "This workshop is over: nothing can be added any more.",
    nl: () => "Deze workshop is afgesloten: er kan niets meer bij.",
  }),
  "no-note": worded({
    en: () => "This note is not there any more.",
    nl: () => "Dit briefje is er niet meer.",
  }),
  "no-dots-left": worded<{ readonly left: number }>({
    en: ({ left }) => `You have too few dots left for this: ${left}.`,
    nl: ({ left }) => `Je hebt hiervoor te weinig stippen over: ${left}.`,
  }),
  "too-many-notes": worded({
    en: () => "That is a lot of notes in a short time. Wait a moment, then go on.",
    nl: () => "Dat zijn veel briefjes in korte tijd. Wacht even en ga dan verder.",
  }),
  "no-field-note": worded({
    en: () => "This field note is not there any more.",
    nl: () => "Deze veldnotitie is er niet meer.",
  }),
  "field-link-full": worded<{ readonly most: number }>({
    en: ({ most }) =>
      `${most} notes came by this link, and it takes no more. Ask who sent it to you for a new one.`,
    nl: ({ most }) =>
      `Via deze link kwamen al ${most} notities; meer kan niet. Vraag een nieuwe aan wie hem stuurde.`,
  }),
  "no-survey": worded({
    en: () => "This survey is not there any more.",
    nl: () => "Deze enquête is er niet meer.",
  }),
  "survey-over": worded({
    en: () => "This survey is over: answers are not taken any more.",
    nl: () => "Deze enquête is afgelopen: er kan niet meer worden geantwoord.",
  }),
  "survey-past": worded({
    en: () => "A survey cannot end in the past. Choose a later day.",
    nl: () => "Een enquête kan niet in het verleden eindigen. Kies een latere dag.",
  }),
  "survey-too-long": worded({
    en: () => "A survey runs for a year at most. Choose an earlier day.",
    nl: () => "Een enquête loopt hoogstens een jaar. Kies een eerdere dag.",
  }),
  "survey-touchpoint-gone": worded({
    en: () =>
      "The map has changed meanwhile. Open the page again and choose from what is on it now.",
    nl: () =>
      "De kaart is intussen veranderd. Open de pagina opnieuw en kies uit wat er nu op staat.",
  }),
  "survey-department": worded({
    en: () => "This department is not on the list of the survey. Open the page again.",
    nl: () => "Deze afdeling staat niet op de lijst van de enquête. Open de pagina opnieuw.",
  }),
  "survey-full": worded<{ readonly most: number }>({
    en: ({ most }) =>
      `This survey takes no more answers: it is over, or holds ${most} already. Ask who sent you the link.`,
    nl: ({ most }) =>
      `Deze enquête neemt geen antwoorden meer aan: ze is afgelopen, of er zijn er al ${most}. Vraag het wie je de link stuurde.`,
  }),
  "too-many-answers": worded({
    en: () => "Many are answering at this moment. It is sent again by itself.",
    nl: () => "Er antwoorden nu veel mensen tegelijk. Je antwoord wordt vanzelf opnieuw verstuurd.",
  }),
  "picture-too-large": worded<{ readonly megabytes: number }>({
    en: ({ megabytes }) => `A picture may be ${megabytes} MB at most. Make it smaller.`,
    nl: ({ megabytes }) => `Een afbeelding mag hoogstens ${megabytes} MB zijn. Maak hem kleiner.`,
  }),
  "picture-too-wide": worded<{ readonly pixels: number }>({
    en: ({ pixels }) => `A picture may have ${pixels} million pixels at most. Make it smaller.`,
    nl: ({ pixels }) =>
      `Een afbeelding mag hoogstens ${pixels} miljoen pixels hebben. Maak hem kleiner.`,
  }),
  "picture-unreadable": worded({
    en: () => "This cannot be read as a picture. PNG, JPEG, WebP and GIF can be used.",
    nl: () => "Dit is niet als afbeelding te lezen. PNG, JPEG, WebP en GIF kunnen wel.",
  }),
  "no-picture": worded({
    en: () => "This picture is not there.",
    nl: () => "Deze afbeelding is er niet.",
  }),
};
