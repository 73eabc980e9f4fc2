const english = {
  title: "Health check",
  score: (score: string) => `${score} of 100`,
  none: "nothing to judge yet",
  well: "Nothing to mark here.",
  source: (source: string) => `Source: ${source}`,
  except: "Not here, because …",
  reason: "Why does this rule not hold here?",
  keep: "Set aside",
  cancel: "Cancel",
  excepted: "Set aside by the team",
  notJudged: "Not judged, for want of",
  history: (from: string, to: string) => `From ${from} to ${to}`,
};

export const checkText: { readonly en: typeof english; readonly nl: typeof english } = {
  en: english,
  nl: {
    title: "Gezondheidscheck",
    score: (score) => `${score} van 100`,
    none: "nog niets te beoordelen",
    well: "Hier is niets op te merken.",
    source: (source) => `Bron: ${source}`,
    except: "Hier niet, omdat …",
    reason: "Waarom geldt deze regel hier niet?",
    keep: "Terzijde leggen",
    cancel: "Annuleren",
    excepted: "Door het team terzijde gelegd",
    notJudged: "Niet beoordeeld, want onbekend is",
    history: (from, to) => `Van ${from} naar ${to}`,
  },
};
