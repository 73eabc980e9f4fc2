/** Values by name; what is empty is left out by who reads it. */
export type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What happened, as `POST /api/events` takes it. */
export type Event = {
  readonly id: string;
  readonly type: "event" | "person" | "consent";
  readonly time: string;
  readonly what?: string | undefined;
  readonly channel?: string | undefined;
  readonly place?: string | undefined;
  readonly who: Values;
  readonly attributes: Values;
  /** Purpose → what the visitor said about it, with the version of the text that he saw and where he said it. */
  readonly consents?: Words | undefined;
  readonly text?: string | undefined;
  readonly how?: string | undefined;
};

/** Purpose → agrees. */
export type Words = Readonly<Record<string, boolean>>;

/** 128 bits by chance, in hexadecimal; `crypto.randomUUID` is only there on pages over HTTPS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
