const english = {
  cancel: "Cancel",
  moveTitle: (title: string) => `Move “${title}”`,
  move: "Move",
  toEpisode: "To the episode",
  toPlace: "Place",
  first: "At the beginning",
  afterPart: (title: string) => `After “${title}”`,
  splitTitle: (title: string) => `Split “${title}”`,
  split: "Split",
  splitNote:
    "The second one comes right after it, with the same importance, owner and departments behind it. Pain points, quotes and other claims stay with the first.",
  secondTitle: "What the customer says he does second",
  beginsWith: "The second episode begins with",
  episodeTitle: "Its name",
  splitEpisodeNote: (title: string) =>
    `What was said of the episode as a whole stays with “${title}”.`,
  oneTouchpoint: "This episode has one touchpoint. There is nothing to split.",
  mergeTitle: (title: string) => `Merge “${title}”`,
  merge: "Merge",
  mergeWith: "With",
  merging: {
    before: (title: string) => `“${title}”, before it`,
    after: (title: string) => `“${title}”, after it`,
  },
  nothingBeside: "There is nothing beside it to merge it with.",
  goesInto: (gone: string, into: string) => `“${gone}” becomes part of “${into}”.`,
  along: (parts: readonly string[]) => `Comes along: ${parts.join(", ")}.`,
  counted: (name: string, count: string) => (count === "1" ? name : `${name} (${count})`),
  joined: (fields: readonly string[]) => `Put together: ${fields.join(", ")}.`,
  dropped: (title: string, fields: readonly string[]) =>
    `As “${title}” has it, because there can be only one: ${fields.join(", ")}.`,
};

export const askText: { readonly en: typeof english; readonly nl: typeof english } = {
  en: english,
  nl: {
    cancel: "Annuleren",
    moveTitle: (title) => `“${title}” verplaatsen`,
    move: "Verplaatsen",
    toEpisode: "Naar de episode",
    toPlace: "Plaats",
    first: "Aan het begin",
    afterPart: (title) => `Na “${title}”`,
    splitTitle: (title) => `“${title}” splitsen`,
    split: "Splitsen",
    splitNote:
      "Het tweede komt er direct achter, met hetzelfde belang, dezelfde eigenaar en dezelfde afdelingen erachter. Pijnpunten, citaten en andere uitspraken blijven bij het eerste.",
    secondTitle: "Wat de klant zegt dat hij als tweede doet",
    beginsWith: "De tweede episode begint met",
    episodeTitle: "Hoe die heet",
    splitEpisodeNote: (title) => `Wat over de episode als geheel gezegd is, blijft bij “${title}”.`,
    oneTouchpoint: "Deze episode heeft één contactmoment. Er valt niets te splitsen.",
    mergeTitle: (title) => `“${title}” samenvoegen`,
    merge: "Samenvoegen",
    mergeWith: "Met",
    merging: {
      before: (title) => `“${title}”, ervoor`,
      after: (title) => `“${title}”, erna`,
    },
    nothingBeside: "Er staat niets naast om mee samen te voegen.",
    goesInto: (gone, into) => `“${gone}” gaat op in “${into}”.`,
    along: (parts) => `Komt mee: ${parts.join(", ")}.`,
    counted: (name, count) => (count === "1" ? name : `${name} (${count})`),
    joined: (fields) => `Wordt bij elkaar gezet: ${fields.join(", ")}.`,
    dropped: (title, fields) =>
      `Blijft zoals “${title}” het heeft, want er kan er maar één zijn: ${fields.join(", ")}.`,
  },
};
