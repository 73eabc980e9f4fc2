import type { Channel, LaneKind, Ownership } from "../journey.ts";

/** What something is called in a sheet, in both languages, and what else people write for it. */
export type Words = { readonly nl: string; readonly en: string; readonly also?: readonly string[] };
export type WordSet = Readonly<Record<string, Words>>;

const words = (nl: string, en: string, ...also: string[]): Words => ({ nl, en, also });

export const channelWords = {
  web: words("web", "web", "website", "webpage", "online", "browser", "internet", "desktop"),
  app: words("app", "app", "mobile", "mobile app", "mobiele app"),
  email: words("e-mail", "e-mail", "mail", "nieuwsbrief", "newsletter"),
  phone: words("telefoon", "phone", "telephone", "phone call", "call", "call center", "bellen"),
  chat: words("chat", "chat", "chatbot", "live chat"),
  whatsapp: words("WhatsApp", "WhatsApp", "sms", "messenger", "text message"),
  shop: words(
    "winkel",
    "shop",
    "store",
    "branch",
    "balie",
    "face-to-face",
    "in person",
    "in store",
  ),
  post: words("post", "post", "letter", "brief", "paper mail"),
  social: words("sociale media", "social media", "socials", "facebook", "instagram", "linkedin"),
  partner: words("partner", "partner", "reseller", "broker", "tussenpersoon"),
  "word-of-mouth": words("mond-tot-mond", "word of mouth", "friends", "vrienden"),
  event: words("evenement", "event", "beurs", "fair"),
  forum: words("forum", "forum", "community", "review site"),
  home: words("thuis", "at home"),
  none: words("geen kanaal", "no channel", "geen", "n/a"),
  other: words("anders", "other", "overig"),
} satisfies Record<Channel, Words>;

export const ownershipWords = {
  brand: words("van ons", "ours", "merk", "own"),
  partner: words("van een partner", "a partner’s", "a partner's"),
  customer: words("van de klant zelf", "the customer’s own", "klant", "the customer's own"),
  external: words("van niemand: van buiten", "nobody’s: from outside", "extern", "van buiten"),
} satisfies Record<Ownership, Words>;

export const stageWords = {
  suspect: words("suspect", "suspect"),
  prospect: words("prospect", "prospect"),
  customer: words("klant", "customer"),
  client: words("vaste klant", "client", "repeat customer"),
  supporter: words("supporter", "supporter"),
  advocate: words("ambassadeur", "advocate", "ambassador"),
};

export const evidenceWords = {
  assumed: words("aangenomen", "assumed", "aanname", "assumption"),
  research: words("onderzoek", "research", "onderzocht", "uit onderzoek"),
  measured: words("gemeten", "measured", "meting"),
};

export const goalWords = {
  quantitative: words("kwantitatief", "quantitative", "getal"),
  qualitative: words("kwalitatief", "qualitative", "ervaring"),
};

export const statusWords = {
  open: words("open", "open", "to do"),
  doing: words("loopt", "under way", "bezig", "in progress"),
  done: words("klaar", "done", "gereed"),
  dropped: words("vervallen", "dropped"),
};

export const stateWords = {
  current: words("huidig", "current", "huidige reis"),
  future: words("toekomstig", "future", "toekomstige reis"),
  ideal: words("ideaal", "ideal", "ideale reis"),
};

export const languageWords = { nl: words("Nederlands", "Dutch"), en: words("Engels", "English") };

export const laneWords = {
  text: words("eigen tekst", "text of our own"),
  picture: words("afbeeldingen", "pictures"),
  emotion: words("gevoel", "feeling"),
  quotes: words("citaten", "quotes"),
  stream: words("waar ze blijven", "where they stay"),
  wait: words("wachttijd", "wait"),
  pains: words("pijnpunten", "pain points"),
  opportunities: words("kansen", "opportunities"),
  goal: words("doel van de episode", "goal of the episode"),
  doing: words("wat de klant doet", "what the customer does"),
  importance: words("belang", "importance"),
  scores: words("scores", "scores"),
  figures: words("in cijfers", "in figures"),
  metrics: words("metrieken", "measures"),
  frontstage: words("voor de schermen", "front line"),
  backstage: words("achter de schermen", "behind the scenes"),
  unit: words("afdeling", "department"),
  actions: words("acties", "actions"),
} satisfies Record<LaneKind | "text", Words>;

/** How a text is compared with words: without case, accents, and what joins or closes words. */
export function bare(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const read = new WeakMap<WordSet, ReadonlyMap<string, string>>();

/** The key of a set that a text means, in whatever language; undefined when it means none. */
export function meant(set: WordSet, text: string): string | undefined {
  let known = read.get(set);
  if (!known) {
    const entries = Object.entries(set).flatMap(([key, { nl, en, also = [] }]) =>
      // A word that two keys share means the first; what a key is called itself comes before synonyms.
      [key, nl, en, ...also].map((word, at) => ({ key, word: bare(word), rank: Math.min(at, 3) })),
    );
    const firsts = new Map<string, string>();
    for (const { key, word } of entries.toSorted((one, other) => one.rank - other.rank))
      if (word !== "" && !firsts.has(word)) firsts.set(word, key);
    known = firsts;
    read.set(set, known);
  }
  return known.get(bare(text));
}
