import type { StoredSource } from "../../documents/source.ts";

const consent = { in: "consents", text: "consentText", how: "consentHow" };

/**
 * What calls tell of consent is read whatever their mapping says: one that was changed by hand must
 * not make a withdrawal pass unheard.
 */
export function withConsent(source: StoredSource): StoredSource {
  if (source.kind !== "calls") return source;
  const rows = source.mapping.rows.map((kind) =>
    kind.kind === "reference" ? kind : { ...kind, consent: kind.consent ?? consent },
  );
  return { ...source, mapping: { ...source.mapping, rows } };
}
