import type { MeasureField } from "./mapping.ts";
import type { SniffedColumn } from "./sniff-column.ts";

/** What a column seems to be for. */
export type Role =
  | { readonly role: "journey" | "what" | "time" | "channel" | "place" | "why" | "how" }
  | { readonly role: "who"; readonly kind: string }
  | { readonly role: "measure"; readonly measure: MeasureField }
  | { readonly role: "comment" | "attribute" };

const id = String.raw`[ _.-]?(?:id|ids|nr|no|num|nummer|number|key|code|ref|uuid)?`;
const names: readonly (readonly [RegExp, Role])[] = [
  [
    new RegExp(
      `^(?:case[ _:.-]?(?:concept:name|id)|(?:journey|klantreis|reis|case|trace|order|bestel(?:ling)?|dossier|zaak|aanvraag|application|ticket|session|sessie|contract|polis)${id})$`,
      "i",
    ),
    { role: "journey" },
  ],
  [
    /^(?:concept:name|event|event[ _.-]?(?:name|type|naam)|activity|activiteit|action|actie|handeling|gebeurtenis|stap|step|touchpoint|contactmoment|what|wat|type)$/i,
    { role: "what" },
  ],
  [/^(?:channel|kanaal|medium|contactkanaal|bron)$/i, { role: "channel" }],
  [
    /^(?:page|url|pagina|page[ _.-]?(?:url|path)|path|location|locatie|plaats|place|winkel|filiaal|store|shop|branch)$/i,
    { role: "place" },
  ],
  [/^(?:reason|reden|intent|why|waarom|doel|purpose|aanleiding)$/i, { role: "why" }],
  [/^(?:device|apparaat|browser|os|how|hoe|platform|user[ _.-]?agent)$/i, { role: "how" }],
  [
    /^(?:customer|klant|client|cliënt|relatie|debiteur|member|lid|user|gebruiker|person|persoon|account)[ _.-]?(?:id|nr|no|nummer|number|code|key|ref)?$|^klantnr$/i,
    { role: "who", kind: "customer" },
  ],
  [
    /cookie|anonymous[ _.-]?id|visitor|bezoeker|distinct[ _.-]?id|device[ _.-]?id|^ga[ _.-]?(?:client)?[ _.-]?id$/i,
    { role: "who", kind: "cookie" },
  ],
];

const email = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const phone = /^(?:\+|00)?[\d\s().-]{8,18}$/;

/** Guesses the role of a column from its name first, and from its values. */
export function roleOf(column: SniffedColumn): Role {
  const { name, examples, type } = column;
  if (type === "time") return { role: "time" };
  const share = (form: RegExp) =>
    examples.filter((value) => form.test(value)).length / Math.max(1, examples.length);
  if (share(email) >= 0.6) return { role: "who", kind: "email" };
  if (
    /phone|telefoon|tel(?:nr)?$|^tel|mobiel|mobile|gsm|whatsapp|msisdn|caller|beller/i.test(name) &&
    share(phone) >= 0.6
  )
    return { role: "who", kind: "phone" };
  const known = names.find(([form]) => form.test(name.trim()));
  if (known) return known[1];
  if (type === "number") return numberRole(column);
  if (
    /comment|opmerking|toelichting|remark|feedback|review|verbatim|message|bericht|quote/i.test(
      name,
    ) &&
    type === "text"
  )
    return { role: "comment" };
  return { role: "attribute" };
}

function numberRole(column: SniffedColumn): Role {
  const { name } = column;
  const scale = scaleOf(column);
  if (scale) return { role: "measure", measure: { kind: "score", name, column: name, scale } };
  if (
    /amount|bedrag|price|prijs|value|waarde|omzet|revenue|total|totaal|kosten|cost|fee|freight/i.test(
      name,
    )
  )
    return { role: "measure", measure: { kind: "amount", name, column: name, currency: "EUR" } };
  const unit = /min/i.test(name)
    ? "minutes"
    : /hour|uur|uren/i.test(name)
      ? "hours"
      : /day|dag/i.test(name)
        ? "days"
        : "seconds";
  if (/duration|duur|wachttijd|wait|handling[ _.-]?time|seconds|seconden/i.test(name))
    return { role: "measure", measure: { kind: "duration", name, column: name, unit } };
  return { role: "attribute" };
}

/** The scale of a score: by what its name stands for, and by what its figures allow. */
function scaleOf({ name, range }: SniffedColumn): [number, number] | null {
  if (
    !range ||
    !/nps|csat|\bces\b|^ces|score|rating|cijfer|beoordeling|sterren|stars|tevreden|satisf|recommend|aanbevel/i.test(
      name,
    )
  )
    return null;
  const [low, high] = range;
  const scales: [number, number][] = /nps|recommend|aanbevel/i.test(name)
    ? [[0, 10]]
    : /cijfer/i.test(name)
      ? [
          [1, 10],
          [0, 10],
        ]
      : [
          [1, 5],
          [1, 7],
          [0, 10],
          [0, 100],
        ];
  return scales.find(([least, most]) => low >= least && high <= most) ?? null;
}
