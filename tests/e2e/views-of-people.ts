import type { Page } from "@playwright/test";
import type { Furnished, View } from "./views.ts";

const DIALOG = "[role=dialog]";
const at =
  (path: string | ((furnished: Furnished) => string)) =>
  (furnished: Furnished): string =>
    `/w/${furnished.people.crowd}/${typeof path === "string" ? path : path(furnished)}`;
const ofPerson = at(({ people }) => `people/${people.person}`);

async function unfold(on: Page): Promise<void> {
  await on.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/** Views of who is who and of privacy, with people in them. */
export const viewsOfPeople: readonly View[] = [
  { name: "probable links, one by one", at: at("who"), ready: ".who-review .who-place" },
  {
    name: "a customer, with all that can be done",
    at: ofPerson,
    ready: ".person-privacy",
    act: unfold,
  },
  { name: "a customer on a phone", at: ofPerson, phone: true, ready: ".person-privacy" },
  {
    name: "erasing a customer",
    at: ofPerson,
    ready: ".person-privacy",
    act: async (on) => {
      await on.getByRole("button", { name: "Wis deze persoon" }).click();
      await on.locator(`${DIALOG} .erase-choice`).waitFor();
    },
  },
  {
    name: "privacy, with requests and purposes",
    at: at("privacy"),
    ready: ".requests",
    act: unfold,
  },
  {
    name: "privacy, erasing somebody",
    at: at("privacy"),
    ready: ".requests",
    act: (on) => on.getByRole("button", { name: "Wis iemand" }).click(),
  },
  {
    name: "what a customer agreed to, for himself",
    at: ({ people }) => `/c/${people.consent}`,
    phone: true,
    ready: ".own-purpose",
  },
  {
    name: "consent link that is over",
    at: () => `/c/${"x".repeat(32)}`,
    phone: true,
    ready: "h1",
  },
  {
    name: "connecting a database",
    at: at("sources"),
    ready: "main h1",
    act: async (on) => {
      const tells = on.getByLabel("Hoe vertelt het systeem?");
      await tells.selectOption({ label: "Een PostgreSQL-database" });
      await on.getByLabel("Host").waitFor();
    },
  },
  {
    name: "connecting a folder",
    at: at("sources"),
    ready: "main h1",
    act: async (on) => {
      await on
        .getByLabel("Hoe vertelt het systeem?")
        .selectOption({ label: "Een map die in de gaten wordt gehouden" });
    },
  },
];
