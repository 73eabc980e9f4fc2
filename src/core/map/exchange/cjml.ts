import type { Journey, Ownership, Touchpoint } from "../journey.ts";
import { oneLine, personaNames } from "./one-line.ts";
import { channelWords } from "./words.ts";
import { fit, writeXml, type Written } from "./xml.ts";

/** How CJML names channels (its symbols of 2022); for the others its readers show the word. */
const channelNames = Object.fromEntries(
  Object.entries(channelWords).map(([key, { en }]) => [
    key,
    `${en.slice(0, 1).toUpperCase()}${en.slice(1)}`,
  ]),
);
const CUSTOMER = "customer";
const customers = { nl: "Klant", en: "Customer" };

/** Who is at the other side where no department is named. */
export const providerNames: Readonly<
  Record<Ownership, { readonly nl: string; readonly en: string }>
> = {
  brand: { nl: "Organisatie", en: "Organisation" },
  partner: { nl: "Partner", en: "Partner" },
  customer: { nl: "Andere klanten", en: "Other customers" },
  external: { nl: "Anderen", en: "Others" },
};

/** A touchpoint in which something comes to the customer, in his own words. */
const received = /^(ik (krijg|ontvang|word)|i (get|receive|am))\b/i;

/**
 * CJML 2.0 (SINTEF, November 2022): a planned journey with its phases, actors and touchpoints. A
 * touchpoint through a channel is a communication point with an initiator and a receiver; one without
 * is an action of the customer.
 */
export function writeCjml(journey: Journey): string {
  const language = journey.language ?? "en";
  const providers = new Map<string, { id: string; name: string; kind: string }>();
  const providerOf = ({ backstage, ownership = "brand" }: Touchpoint) => {
    const unit = fit(backstage?.unit ?? "");
    const name = unit === "" ? providerNames[ownership][language] : oneLine(unit);
    const key = `${ownership} ${name}`;
    const known = providers.get(key);
    if (known) return known;
    const made = { id: `provider-${providers.size + 1}`, name, kind: ownership };
    providers.set(key, made);
    return made;
  };
  const touchpoints = journey.episodes.flatMap((episode) =>
    episode.touchpoints.map((touchpoint): Written => {
      const { id, title, channel, doing } = touchpoint;
      const belongs: Written = ["belongsTo", { phaseIDref: episode.id }, ""];
      const note = optional("comment", doing);
      const own = label("initiator", CUSTOMER, title);
      if (channel === undefined || channel === "none" || channel === "home")
        return ["plannedAction", {}, [["touchpointID", {}, id], belongs, own, ...note]];
      const { id: provider } = providerOf(touchpoint);
      const other = touchpoint.backstage?.process ?? "";
      const [from, to] = received.test(title.trim())
        ? [label("initiator", provider, other), label("receiver", CUSTOMER, title)]
        : [own, label("receiver", provider, other)];
      const through: Written = [
        "channel",
        {},
        [["channelName", {}, channelNames[channel] ?? channel]],
      ];
      return [
        "plannedCommunicationPoint",
        {},
        [["touchpointID", {}, id], belongs, from, to, through, ...note],
      ];
    }),
  );
  const phases = journey.episodes.map(({ id, title, goal }): Written => [
    "journeyPhase",
    { phaseID: id },
    [
      ["phaseName", {}, oneLine(title)],
      ["phaseDescription", {}, fit(goal ?? "")],
    ],
  ]);
  return writeXml([
    "CJML",
    { version: "2.0" },
    [
      [
        "plannedJourney",
        {},
        [
          ["journeyID", {}, journey.id],
          ["journeyTitle", {}, oneLine(journey.title)],
          ["journeyPhases", {}, phases],
          ...optional("journeyShortSummary", journey.scope),
          ...optional("journeyEndUserType", personaNames(journey)),
          [
            "actors",
            {},
            [
              ["endUser", { actorID: CUSTOMER }, [["actorName", {}, customers[language]]]],
              ...[...providers.values()].map(({ id, name, kind }): Written => [
                "serviceProvider",
                { actorID: id },
                [
                  ["companyName", {}, name],
                  ["providerType", {}, kind],
                ],
              ]),
            ],
          ],
          ["touchpoints", {}, touchpoints],
        ],
      ],
    ],
  ]);
}

function optional(name: string, text = ""): Written[] {
  const said = fit(text);
  return said === "" ? [] : [[name, {}, said]];
}

function label(role: "initiator" | "receiver", actor: string, said: string): Written {
  const text = actor === CUSTOMER || fit(said) !== "" ? oneLine(said) : "";
  return [
    role,
    {},
    [
      ["refersTo", { actorIDref: actor }, ""],
      [`${role}Label`, {}, text],
    ],
  ];
}
