const english = {
  title: "What they write",
  none: (none: string, comments: string) => `${none} of ${comments} comments are of no theme.`,
  read: (read: string, of: string) => `The newest ${read} of ${of} comments were read.`,
  empty: "Nobody has written anything yet, or too few to find a theme in.",
  theme: "Theme",
  comments: "Comments",
  feeling: "Feeling (−1 … +1)",
  against: (difference: string, interval: string) =>
    `${difference} against the others (${interval})`,
  about: "About",
  quotes: "In their words",
  why: "Words are found on this machine, in Dutch and English: common words are left out, endings are cut, and words or pairs of neighbours that many comments share, and that set apart who feels worse or better, make a theme. A comment is of one theme or of none. Identifiers were taken out of comments when they came in.",
};

export type ThemesText = typeof english;

const dutch: ThemesText = {
  title: "Wat ze schrijven",
  none: (none, comments) => `${none} van de ${comments} opmerkingen vallen onder geen thema.`,
  read: (read, of) => `De nieuwste ${read} van de ${of} opmerkingen zijn gelezen.`,
  empty: "Nog niemand heeft iets geschreven, of te weinig om een thema in te vinden.",
  theme: "Thema",
  comments: "Opmerkingen",
  feeling: "Gevoel (−1 … +1)",
  against: (difference, interval) => `${difference} ten opzichte van de rest (${interval})`,
  about: "Gaat over",
  quotes: "In hun woorden",
  why: "De woorden worden op deze machine gezocht, in het Nederlands en het Engels: gewone woorden vallen weg, uitgangen worden afgekapt, en woorden of woordparen die veel opmerkingen delen en die scheiden wie zich slechter of beter voelt, vormen een thema. Een opmerking valt onder één thema of onder geen. Kenmerken waaraan iemand te herkennen is, zijn er bij binnenkomst uitgehaald.",
};

export const themesText = { en: english, nl: dutch };
