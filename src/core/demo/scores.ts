/** A question that customers are asked about one contact. */
export type Asked = {
  readonly kind: "CSAT" | "CES" | "NPS";
  /** Touchpoint it is about, as events are called after the import. */
  readonly event: string;
  /** Share of those asked who answer. */
  readonly answers: number;
  /** Planted mean on the scale of its kind, when things go well and when they go wrong. */
  readonly well: number;
  readonly wrong: number;
};

/** CSAT 1–5, CES 1–7 (7 = easy), NPS 0–10. */
export const asked = {
  tarieven: { kind: "CSAT", event: "Tarieven bekeken", answers: 0.05, well: 3.5, wrong: 2.5 },
  chat: { kind: "CSAT", event: "Chat gestart", answers: 0.3, well: 4.3, wrong: 2.0 },
  winkel: { kind: "CSAT", event: "Winkel bezocht", answers: 0.4, well: 4.6, wrong: 4.6 },
  gegevens: { kind: "CES", event: "Gegevens ingevuld", answers: 0.14, well: 4.2, wrong: 2.3 },
  meterstand: { kind: "CES", event: "Meterstand gevraagd", answers: 0.1, well: 4, wrong: 1.3 },
  contract: { kind: "CSAT", event: "Contract getekend", answers: 0.22, well: 4.2, wrong: 4.2 },
  wachten: { kind: "CSAT", event: "Overstap in behandeling", answers: 0.25, well: 3.6, wrong: 1.9 },
  "bellen-klant": {
    kind: "CSAT",
    event: "Gebeld: ben ik nu klant?",
    answers: 0.3,
    well: 2.6,
    wrong: 2.6,
  },
  welkom: { kind: "CSAT", event: "Welkomstmail geopend", answers: 0.15, well: 4.1, wrong: 4.1 },
  inloggen: { kind: "CES", event: "Ingelogd", answers: 0.16, well: 4.8, wrong: 1.8 },
  nota: { kind: "CSAT", event: "Eerste nota ontvangen", answers: 0.12, well: 2.9, wrong: 1.6 },
  "bellen-termijn": {
    kind: "CSAT",
    event: "Gebeld: termijnbedrag klopt niet",
    answers: 0.3,
    well: 2.8,
    wrong: 2.8,
  },
  rekening: { kind: "CSAT", event: "Nota bekeken", answers: 0.1, well: 3.9, wrong: 3.9 },
  verlengen: { kind: "CSAT", event: "Contract verlengd", answers: 0.3, well: 4.3, wrong: 4.3 },
  aanraden: { kind: "NPS", event: "Verlenging bevestigd", answers: 0.35, well: 8.4, wrong: 8.4 },
} as const satisfies Record<string, Asked>;

export type Topic = keyof typeof asked;

export const scales = { CSAT: [1, 5], CES: [1, 7], NPS: [0, 10] } as const;
