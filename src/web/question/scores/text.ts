const english = {
  title: "What customers say",
  lead: "Every answer that customers gave, per touchpoint, persona and month, with how sure it is.",
  ways: {
    points: "promoters (9–10) minus detractors (0–6), in points",
    share: (good: string) => `share that answered ${good}`,
    mean: "mean on its own scale",
  },
  worst: (title: string) => `Lowest: “${title}”.`,
  best: (title: string) => `Highest: “${title}”.`,
  all: "The whole journey",
  touchpoints: "Along the journey",
  touchpoint: "Touchpoint",
  episodes: "By episode",
  episode: "Episode",
  personas: "By persona",
  persona: "Persona",
  months: "By month",
  month: "Month",
  monthsPicture: (name: string) =>
    `${name} by month with its 95% interval; the table below holds the same.`,
  undrawn: "Not on the map",
  mean: (value: string) => `mean ${value}`,
  feeling: "Feeling (−1 … +1)",
  median: "Median",
  peakEnd: (n: string, mean: string, peak: string) =>
    `Of the ${n} journeys with several answers the mean feeling is ${mean}. What stays with people is the strongest moment and the last one: by peak and end it is ${peak}.`,
  further: "By episode, persona and month",
  none: "No scores yet",
  noneHint:
    "Import a survey, and say of its column with the answer that it is a score, with its scale. NPS, CSAT and CES are recognised by their scale.",
  table: "As a table",
  why: "An answer belongs to the touchpoint that it was asked about; where several exist, to the last visit before it. NPS: share of 9–10 minus share of 0–6, with the adjusted Wald interval. Scales of five: share of the best two; scales of seven: share of the best three; both with Wilson’s interval, the mean beside it. Other scales: the mean with its t-interval. Where low is the good end, the scale is turned round. The feeling is the mean of all answers, each brought to −1 … +1 by its own scale; its median stands beside it. These are the figures of the map. Months are those of the answer, in UTC. Peak–end is half of the most extreme plus half of the last answer of a journey (Fredrickson & Kahneman 1993). Intervals are 95%; fewer than 30 answers are drawn in grey.",
};

export type ScoresText = typeof english;

const dutch: ScoresText = {
  title: "Wat klanten zeggen",
  lead: "Alle antwoorden van klanten, per contactmoment, persona en maand, met hoe zeker dat is.",
  ways: {
    points: "promotors (9–10) min criticasters (0–6), in punten",
    share: (good) => `aandeel dat ${good} antwoordde`,
    mean: "gemiddelde op de eigen schaal",
  },
  worst: (title) => `Laagst: ‘${title}’.`,
  best: (title) => `Hoogst: ‘${title}’.`,
  all: "De hele reis",
  touchpoints: "Langs de reis",
  touchpoint: "Contactmoment",
  episodes: "Per episode",
  episode: "Episode",
  personas: "Per persona",
  persona: "Persona",
  months: "Per maand",
  month: "Maand",
  monthsPicture: (name) =>
    `${name} per maand met het 95%-interval; in de tabel eronder staat hetzelfde.`,
  undrawn: "Niet op de kaart",
  mean: (value) => `gemiddeld ${value}`,
  feeling: "Gevoel (−1 … +1)",
  median: "Mediaan",
  peakEnd: (n, mean, peak) =>
    `Bij de ${n} reizen met meer dan één antwoord is het gevoel gemiddeld ${mean}. Wat mensen bijblijft is het sterkste moment en het laatste: naar piek en einde is het ${peak}.`,
  further: "Per episode, persona en maand",
  none: "Nog geen scores",
  noneHint:
    "Importeer een enquête, en zeg van de kolom met het antwoord dat het een score is, met de schaal. NPS, CSAT en CES worden aan hun schaal herkend.",
  table: "Als tabel",
  why: "Een antwoord hoort bij het contactmoment waarover de vraag ging; was dat er vaker, dan bij het laatste ervoor. NPS: aandeel 9–10 min aandeel 0–6, met het aangepaste Wald-interval. Schalen van vijf: aandeel van de beste twee; schalen van zeven: aandeel van de beste drie; beide met het interval van Wilson, en het gemiddelde ernaast. Andere schalen: het gemiddelde met het t-interval. Is laag juist goed, dan wordt de schaal omgedraaid. Het gevoel is het gemiddelde van alle antwoorden, elk op −1 … +1 gebracht met de eigen schaal; de mediaan staat ernaast. Het zijn dezelfde cijfers als op de kaart. Maanden zijn die van het antwoord, in UTC. Piek–einde is de helft van het uiterste plus de helft van het laatste antwoord van een reis (Fredrickson & Kahneman 1993). Intervallen zijn 95%; onder de 30 antwoorden is alles grijs.",
};

export const scoresText = { en: english, nl: dutch };
