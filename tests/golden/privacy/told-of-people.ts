import { expect, vi } from "vitest";
import { z } from "zod";
import { createClient } from "../../../src/cli/client.ts";
import type { Spoor } from "../../../src/server/compose.ts";

/** All that was told to find somebody by, in the forms in which it was told and is compared. */
export const people = [
  "Griet.Zandstra@Voorbeeld.example",
  "griet.zandstra@voorbeeld.example",
  "KLANT-00481516",
  "06-23 42 15 16",
  "+31623421516",
  "cookie-4815162342",
  "zij.zelf@elders.example",
  "KLANT-00990099",
  "LID-77001122",
  "bestelling-5551212",
  "kapot@nergens.example",
];

/** Stand in the data as they were told, so that a search that finds nothing would be seen to be blind. */
export const others = ["Zonnepanelen gekocht", "voordeelpakket-groen"];

const csv = `klant,mail,tel,wat,wanneer,pakket,link,bestelling,zei
KLANT-00481516,Griet.Zandstra@Voorbeeld.example,06-23 42 15 16,Zonnepanelen gekocht,2026-01-05 10:00,voordeelpakket-groen,https://x.example/?m=griet.zandstra@voorbeeld.example&k=1,bestelling-5551212,Mail mij op Griet.Zandstra@voorbeeld.example graag
KLANT-00481516,kapot@nergens.example,,Gebeld,nooit,voordeelpakket-groen,,,
`;
const mapping = {
  spoor: "mapping/1",
  zone: "Europe/Amsterdam",
  identity: {},
  sources: [
    {
      name: "winkel",
      files: "*",
      rows: [
        {
          kind: "event",
          what: "wat",
          time: "wanneer",
          journey: "bestelling",
          comment: "zei",
          who: { customer: "klant", email: "mail", phone: "tel" },
          attributes: { mail: "mail", klant: "klant", pakket: "pakket", link: "link" },
        },
      ],
    },
  ],
} as const;

/** Tells all of it to a workspace: by a file, and over HTTP. */
export async function tellOfPeople(spoor: Spoor, slug: string): Promise<void> {
  const call = createClient("http://localhost", (request) => spoor.app.fetch(request));

  async function bringFile(): Promise<void> {
    const response = await spoor.app.request(
      `http://localhost/api/w/${slug}/uploads?name=winkel.csv`,
      { method: "POST", body: csv },
    );
    const { upload } = z.object({ upload: z.string() }).parse(await response.json());
    const body = { uploads: [upload], mapping: structuredClone(mapping) as never };
    const params = { workspace: slug };
    await call("preview", { params, body });
    const { id } = await call("startImport", { params, body });
    await importDone(id);
  }

  async function importDone(id: string): Promise<void> {
    const params = { workspace: slug, import: id };
    const done = async () => {
      const { state, problem } = await call("importStatus", { params });
      expect({ state, problem }).toEqual({ state: "done", problem: null });
    };
    await vi.waitFor(done, { timeout: 60_000, interval: 50 });
  }

  async function tellLive(): Promise<void> {
    const made = await call("addSource", { params: { workspace: slug }, body: { name: "Site" } });
    const batch = [
      {
        type: "identify",
        messageId: "1",
        userId: "KLANT-00990099",
        anonymousId: "cookie-4815162342",
        traits: { email: "zij.zelf@elders.example", plan: "voordeelpakket-groen" },
      },
      {
        type: "track",
        messageId: "2",
        userId: "KLANT-00990099",
        event: "Zonnepanelen gekocht",
        properties: { url: "/bedankt?klant=KLANT-00990099" },
      },
      {
        type: "track",
        messageId: "3",
        userId: "KLANT-00990099",
        timestamp: "kapot@nergens.example",
      },
      { type: "raar", messageId: "4", userId: "LID-77001122" },
    ];
    const response = await spoor.app.request("http://localhost/v1/batch", {
      method: "POST",
      body: JSON.stringify({ batch, writeKey: made.keys[0]!.shown }),
    });
    expect(response.status).toBe(200);
    await spoor.intake.settled();
  }

  await bringFile();
  await tellLive();
}
