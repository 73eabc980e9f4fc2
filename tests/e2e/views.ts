import type { BrowserContext, Page } from "@playwright/test";
import { furnishCrowd, type Crowd } from "./crowd.ts";
import { throughMore } from "./more-door.ts";
import { viewsOfPeople } from "./views-of-people.ts";
import { furnishReports, viewsOfReports, type Reports } from "./views-of-reports.ts";

/** A map with all that can stand beside it, and where to find it. */
export type Furnished = Reports & {
  readonly address: string;
  readonly workspace: string;
  readonly map: string;
  /** Another map, to be compared with. */
  readonly other: string;
  readonly touchpoint: string;
  /** Secrets of the links: to read, to embed, of a workshop. */
  readonly read: string;
  readonly embed: string;
  readonly guests: string;
  readonly workshop: string;
  readonly field: string;
  readonly survey: string;
  readonly people: Crowd;
};

/** What people say and write beside a map; `says(n)` is a text of theirs. */
export async function furnish(
  place: Pick<Furnished, "address" | "workspace" | "map" | "other" | "touchpoint">,
  says: (n: number) => string,
): Promise<Furnished> {
  const { address, workspace, map, touchpoint } = place;
  const api = `/api/w/${workspace}/maps/${map}`;
  const name = (n: number) => says(n).slice(0, 40).trim();
  const author = { id: "person-views", name: name(0) };
  const comment = { author, element: touchpoint, text: says(1), mentions: [name(2)] };
  await post(`${address}${api}/comments`, comment);
  await post(`${address}${api}/comments`, { ...comment, element: map, text: says(3) });
  await post(`${address}${api}/reactions`, { author, element: touchpoint, mark: "idea" });
  const client = { client: "client-views", name: name(4) };
  await post(`${address}${api}/versions`, { author: client, name: says(5).slice(0, 120).trim() });
  const secretOf = async (kind: "read" | "embed") => {
    const share = { kind, figures: true, author: name(6) };
    return ((await post(`${address}${api}/shares`, share)) as { secret: string }).secret;
  };
  const question = says(7).slice(0, 280).trim();
  const opened = (await post(`${address}${api}/workshops`, {
    question,
    dots: 5,
    author: name(8),
  })) as { workshop: { id: string }; secret: string };
  const guest = { id: "guest-of-views", name: name(9) };
  for (const [n, kind] of (["pain", "chance", "idea", "quote"] as const).entries()) {
    const text = says(10 + n)
      .slice(0, 280)
      .trim();
    const element = n % 2 === 0 ? touchpoint : null;
    await post(`${address}/api/s/${opened.secret}/notes`, { guest, element, kind, text });
  }
  const survey = {
    map,
    question: says(20).slice(0, 200).trim(),
    touchpoints: [touchpoint],
    departments: [...new Set([name(21), name(22)])],
    ends: new Date(Date.now() + 864_000_000).toISOString(),
  };
  const asking = (await post(`${address}/api/w/${workspace}/surveys`, {
    survey,
    author: name(6),
  })) as { secret: string };
  const field = { kind: "note", figures: false, author: name(6) };
  const link = (await post(`${address}${api}/shares`, field)) as { secret: string };
  const note = {
    kind: "interview",
    day: "2026-11-20",
    author: name(14),
    map,
    elements: [touchpoint],
    person: null,
    segment: null,
    text: says(15),
    quotes: [{ id: "q", text: says(16).slice(0, 1000).trim(), by: name(17) }],
    feeling: -1,
    n: 3,
    pain: says(18).slice(0, 1000).trim(),
    opportunity: says(19).slice(0, 1000).trim(),
    picture: null,
  };
  await post(`${address}/api/w/${workspace}/field-notes`, { id: "note-of-all-the-views", note });
  return {
    ...place,
    people: await furnishCrowd(address, says),
    ...(await furnishReports(`${address}/api/w/${workspace}`, says)),
    field: link.secret,
    survey: asking.secret,
    read: await secretOf("read"),
    embed: await secretOf("embed"),
    guests: opened.secret,
    workshop: opened.workshop.id,
  };
}

async function post(address: string, body: unknown): Promise<unknown> {
  const response = await fetch(address, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`);
  return response.json();
}

export type View = {
  readonly name: string;
  readonly at: (furnished: Furnished) => string;
  /** On a phone. */
  readonly phone?: true;
  /** While the map is edited. */
  readonly edit?: true;
  /** Only where the workspace has data. */
  readonly data?: true;
  /** What is there once the page has come. */
  readonly ready: string;
  /** What is done there to see it. */
  readonly act?: (page: Page) => Promise<unknown>;
};

const GRID = "[role=grid] [role=gridcell]";
const DIALOG = "[role=dialog]";

const inMap = ({ workspace, map }: Furnished) => `/w/${workspace}/map/${map}`;
const page = (path: string) => (furnished: Furnished) => `/w/${furnished.workspace}/${path}`;

/** Opens what stands behind a word of the map's page. */
function behind(name: string | RegExp) {
  return async (on: Page): Promise<void> => {
    await on.getByRole("button", { name, exact: true }).first().click();
    await on.locator(DIALOG).last().waitFor();
  };
}

/** Opens what stands in the menu of the map's page. */
function inMore(words: string) {
  return async (on: Page): Promise<void> => {
    await throughMore(on, words);
    await on.locator(DIALOG).last().waitFor();
  };
}

async function unfold(on: Page): Promise<void> {
  await on.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/** Every view of a map, in Dutch, and of the data under it. */
export const views: readonly View[] = [
  { name: "map", at: inMap, ready: GRID },
  { name: "map, editing", at: inMap, edit: true, ready: `[data-editing] ${GRID}` },
  {
    name: "list",
    at: inMap,
    ready: GRID,
    act: async (on) => {
      await on.getByRole("button", { name: "Lijst", exact: true }).click();
      await on.locator(".map-list").waitFor();
    },
  },
  { name: "list on a phone", at: inMap, phone: true, ready: ".map-list" },
  {
    name: "print",
    at: inMap,
    ready: GRID,
    act: async (on) => {
      await on.emulateMedia({ media: "print" });
      await on.locator(".print-sheet").first().waitFor();
    },
  },
  { name: "drawer", at: (on) => `${inMap(on)}?at=${on.touchpoint}`, ready: DIALOG },
  {
    name: "drawer on a phone",
    at: (on) => `${inMap(on)}?at=${on.touchpoint}`,
    phone: true,
    ready: DIALOG,
  },
  {
    name: "inspector of a touchpoint",
    at: (on) => `${inMap(on)}?at=${on.touchpoint}`,
    edit: true,
    ready: `${DIALOG} textarea`,
    act: unfold,
  },
  {
    name: "inspector of the journey",
    at: inMap,
    edit: true,
    ready: `[data-editing] ${GRID}`,
    act: async (on) => {
      await behind("Over deze kaart")(on);
      await unfold(on);
    },
  },
  {
    name: "menu of a touchpoint",
    at: inMap,
    edit: true,
    ready: `[data-editing] ${GRID}`,
    act: async (on) => {
      await on.locator(".touchpoint .part-menu-button").first().click();
      await on.getByRole("menu").waitFor();
    },
  },
  {
    name: "health check",
    at: inMap,
    ready: GRID,
    act: async (on) => {
      await behind("Check")(on);
      await on.locator(`${DIALOG} summary`).first().waitFor();
      await unfold(on);
    },
  },
  {
    name: "data under the map",
    at: inMap,
    data: true,
    edit: true,
    ready: `[data-editing] ${GRID}`,
    act: async (on) => {
      await on.getByRole("button", { name: "Uit de data" }).click();
      await on.locator(".tray h2").waitFor();
    },
  },
  { name: "filter", at: inMap, ready: GRID, act: behind(/^Segment/) },
  { name: "comments", at: inMap, ready: GRID, act: behind(/^Opmerkingen/) },
  { name: "versions", at: inMap, ready: GRID, act: inMore("Versies") },
  { name: "export", at: inMap, ready: GRID, act: inMore("Exporteren") },
  { name: "links", at: inMap, ready: GRID, act: behind("Delen") },
  { name: "workshop", at: inMap, ready: GRID, act: inMore("Workshop") },
  {
    name: "presenting, first slide",
    at: inMap,
    ready: GRID,
    act: behind("Presenteren"),
  },
  {
    name: "presenting, a chapter",
    at: inMap,
    ready: GRID,
    act: async (on) => {
      await behind("Presenteren")(on);
      await on.keyboard.press("ArrowRight");
    },
  },
  {
    name: "wall of a workshop",
    at: (on) => `${inMap(on)}/wall/${on.workshop}`,
    ready: "main h1",
  },
  {
    name: "workshop as a guest",
    at: ({ guests }) => `/s/${guests}`,
    phone: true,
    ready: "main h1",
  },
  {
    name: "compare",
    at: ({ workspace, map, other }) => `/w/${workspace}/compare?maps=${map},${other}`,
    ready: "h1",
  },
  { name: "shared", at: ({ read }) => `/s/${read}`, ready: GRID },
  { name: "shared on a phone", at: ({ read }) => `/s/${read}`, phone: true, ready: ".map-list" },
  { name: "embedded", at: ({ embed }) => `/s/${embed}/embed`, ready: GRID },
  { name: "link that is over", at: () => `/s/${"x".repeat(32)}`, ready: "h1" },
  { name: "maps", at: page("maps"), ready: "main li, main tr" },
  { name: "new map", at: page("new"), ready: "main h1" },
  { name: "overview", at: page("overview"), ready: "main h1" },
  { name: "flow", at: page("flow"), ready: "main h1" },
  { name: "routes", at: page("routes"), ready: "main h1" },
  { name: "touchpoints", at: page("touchpoints"), ready: "main h1" },
  { name: "journeys", at: page("journeys"), ready: "main h1" },
  { name: "gaps", at: page("gaps"), ready: ".gaps", data: true },
  { name: "contrast, unasked", at: page("contrast"), ready: ".contrast-first", data: true },
  { name: "archetypes", at: page("archetypes"), ready: ".segments", data: true },
  { name: "segments", at: page("segments"), ready: ".segments, .none", data: true },
  { name: "drift", at: page("drift"), ready: ".drift", data: true },
  { name: "alerts", at: page("alerts"), ready: ".alerts", data: true },
  { name: "scores", at: page("scores"), ready: ".scores", data: true },
  {
    name: "perception",
    at: page("perception"),
    ready: ".perception, .perception-none",
    data: true,
  },
  {
    name: "surveys",
    at: page("perception"),
    ready: ".perception, .perception-none",
    data: true,
    act: async (on) => {
      await behind("Enquêtes")(on);
      await on.locator(".survey-form-start").waitFor();
    },
  },
  {
    name: "survey on a phone",
    at: ({ survey }) => `/s/${survey}`,
    phone: true,
    ready: ".survey-form",
  },
  { name: "drivers", at: page("drivers"), ready: ".drivers", data: true },
  { name: "goals", at: page("goals"), ready: ".goals", data: true },
  { name: "fit", at: page("fit"), ready: ".fit-figures", data: true },
  { name: "funnel, unasked", at: page("funnel"), ready: ".asks", data: true },
  { name: "funnel", at: page("funnel?steps=2,1"), ready: ".funnel", data: true },
  { name: "leave", at: page("leave"), ready: ".headline", data: true },
  { name: "time until", at: page("time-to"), ready: ".curves", data: true },
  { name: "attribution", at: page("attribution"), ready: ".headline", data: true },
  ...viewsOfReports,
  {
    name: "saving a question",
    at: page("overview"),
    ready: ".save-question",
    data: true,
    act: behind("Bewaren"),
  },
  { name: "pattern, unasked", at: page("pattern"), ready: ".pattern-words", data: true },
  {
    name: "pattern",
    at: page(
      `pattern?pattern=${encodeURIComponent('any step then "Tarieven bekeken" at least 2 times')}`,
    ),
    ready: ".pattern-places",
    data: true,
  },
  { name: "loyalty", at: page("loyalty"), ready: ".loyalty-ladder", data: true },
  { name: "cohorts", at: page("cohorts"), ready: ".cohorts", data: true },
  { name: "field notes", at: page("notes"), ready: ".field-line" },
  { name: "field notes on a phone", at: page("notes"), phone: true, ready: ".field-line" },
  {
    name: "writing a field note",
    at: page("notes"),
    ready: ".field-line",
    act: async (on) => {
      await on.locator(".field-line .link-button").first().click();
      await on.locator(`${DIALOG} .moments-list label`).first().waitFor();
    },
  },
  {
    name: "link for the field",
    at: page("notes"),
    ready: ".field-line",
    act: behind("Link voor het veld"),
  },
  {
    name: "form in the field",
    at: ({ field }) => `/s/${field}`,
    phone: true,
    ready: ".quick-form",
  },
  { name: "sources", at: page("sources"), ready: "main h1" },
  { name: "import", at: page("import"), ready: "main h1" },
  { name: "who is who", at: page("who"), ready: "main h2", data: true },
  { name: "privacy", at: page("privacy"), ready: "main h2" },
  {
    name: "privacy, noting a request",
    at: page("privacy"),
    ready: "main h2",
    act: (on) => on.getByRole("button", { name: "Verzoek noteren" }).click(),
  },
  { name: "quarantine", at: page("quarantine"), ready: "main h1" },
  ...viewsOfPeople,
];

/** Opens a view and waits until it stands still. */
export async function show(
  on: BrowserContext,
  view: View,
  furnished: Furnished,
  size = view.phone ? { width: 390, height: 844 } : { width: 1500, height: 950 },
): Promise<Page> {
  const shown = await on.newPage();
  await shown.setViewportSize(size);
  await shown.addInitScript((edit) => {
    localStorage.setItem("spoor.editing", edit ? "1" : "0");
    localStorage.setItem("spoor.name", "Sanne");
  }, view.edit === true);
  await shown.goto(furnished.address + view.at(furnished));
  await shown.locator(view.ready).first().waitFor();
  await view.act?.(shown);
  await shown.waitForFunction(
    () =>
      document.querySelector("[aria-busy=true]") === null &&
      document.getAnimations().every((one) => one.playState !== "running"),
  );
  return shown;
}
