import { createHmac, timingSafeEqual } from "node:crypto";

/** A call as its sender signed it. */
export type SignedCall = {
  readonly method: string;
  /** The address that was called, as the tool knows it. */
  readonly url: string;
  readonly header: (name: string) => string;
  readonly body: Buffer;
};

type Said = {
  /** The signature that came along. */
  readonly given: string;
  readonly encoding: "base64" | "hex";
  readonly hash?: "sha512";
  /** What it is made of, in order. */
  readonly parts: readonly (string | Buffer)[];
  /** When it was signed, in epoch milliseconds, where the tool says that. */
  readonly at?: number;
};

/** How each tool that signs does so, by the published word of its makers. */
const signatures: Readonly<Record<string, (call: SignedCall) => Said>> = {
  // https://developers.hubspot.com/docs/api/webhooks/validating-requests (v3); no part of our
  // addresses would have to be decoded.
  hubspot({ method, url, header, body }) {
    const at = header("x-hubspot-request-timestamp");
    const given = header("x-hubspot-signature-v3");
    return { given, encoding: "base64", parts: [method, url, body, at], at: Number(at) };
  },
  // https://developer.zendesk.com/documentation/webhooks/verifying/
  zendesk({ header, body }) {
    const at = header("x-zendesk-webhook-signature-timestamp");
    const given = header("x-zendesk-webhook-signature");
    return { given, encoding: "base64", parts: [at, body], at: Date.parse(at) };
  },
  // https://shopify.dev/docs/apps/build/webhooks/subscribe/https
  shopify: ({ header, body }) => ({
    given: header("x-shopify-hmac-sha256"),
    encoding: "base64",
    parts: [body],
  }),
  // https://www.typeform.com/developers/webhooks/secure-your-webhooks/
  typeform: ({ header, body }) => prefixed(header("typeform-signature"), "base64", body),
  // https://developers.facebook.com/docs/graph-api/webhooks/getting-started
  whatsapp: ({ header, body }) => prefixed(header("x-hub-signature-256"), "hex", body),
  // https://meta.discourse.org/t/configure-webhooks-that-trigger-on-discourse-events/49045
  discourse: ({ header, body }) => prefixed(header("x-discourse-event-signature"), "hex", body),
  // https://api.qualtrics.com/ (event subscriptions): a form with the message and its HMAC.
  qualtrics({ body }) {
    const form = new URLSearchParams(body.toString("utf8"));
    const parts = [form.get("MSG") ?? ""];
    return { given: form.get("HMAC") ?? "", encoding: "hex", hash: "sha512", parts };
  },
  // Whatever one writes oneself.
  other: ({ header, body }) => prefixed(header("x-spoor-signature"), "hex", body),
};

/** Tools that sign what they tell. */
export const signing: ReadonlySet<string> = new Set(Object.keys(signatures));

/** Older, or further ahead, and it is told again by somebody else; in milliseconds. */
const WINDOW = 5 * 60_000;

/** Did the holder of the secret send this, and just now? Of a tool that does not sign: no. */
export function isSigned(tool: string, secret: string, call: SignedCall, now: number): boolean {
  if (!signing.has(tool)) return false;
  const { given, encoding, hash = "sha256", parts, at = now } = signatures[tool]!(call);
  if (!(Math.abs(now - at) <= WINDOW)) return false;
  const hmac = createHmac(hash, secret);
  for (const part of parts) hmac.update(part);
  const [made, came] = [hmac.digest(), Buffer.from(given, encoding)];
  return made.length === came.length && timingSafeEqual(made, came);
}

function prefixed(header: string, encoding: Said["encoding"], body: Buffer): Said {
  const given = header.startsWith("sha256=") ? header.slice("sha256=".length) : "";
  return { given, encoding, parts: [body] };
}
