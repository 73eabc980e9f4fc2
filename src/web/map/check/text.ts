const english = {
  open: "Check",
  close: "Close",
  title: "Health check",
  about:
    "What keeps maps from working, held against this one. Each point says where, why, and what to do.",
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
    open: "Check",
    close: "Sluiten",
    title: "Gezondheidscheck",
    about:
      "Waar kaarten op stuklopen, gelegd naast deze kaart. Bij elk punt staat waar, waarom en wat je eraan doet.",
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
