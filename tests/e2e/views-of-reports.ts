import type { Furnished, View } from "./views.ts";

export type Reports = {
  /** A report, the secret of a link to it, and a report with nothing in it. */
  readonly report: string;
  readonly board: string;
  readonly blank: string;
};

/** A report with a text and a question, a link to it, and an empty one; `says(n)` is a text of people. */
export async function furnishReports(
  workspace: string,
  says: (n: number) => string,
): Promise<Reports> {
  const author = says(21).slice(0, 40).trim();
  const { id: question } = await post(`${workspace}/questions`, {
    name: says(20).slice(0, 120).trim(),
    author,
    question: "touchpoints",
    asked: {},
  });
  const { id: report } = await post(`${workspace}/reports`, {
    title: says(22).slice(0, 160).trim(),
    author,
    blocks: [
      { id: "text", kind: "text", text: says(23) },
      { id: "question", kind: "question", question },
    ],
  });
  const { secret: board } = await post(`${workspace}/reports/${report}/shares`, {
    author,
    expires: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const empty = { title: says(24).slice(0, 160).trim(), author };
  const { id: blank } = await post(`${workspace}/reports`, empty);
  return { report, board, blank };
}

async function post(
  address: string,
  body: unknown,
): Promise<{ readonly id: string; readonly secret: string }> {
  const response = await fetch(address, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`);
  return (await response.json()) as { id: string; secret: string };
}

const report = (on: Furnished) => `/w/${on.workspace}/reports/${on.report}`;
const shared = ({ board }: Furnished) => `/r/${board}`;
const ready = ".report-block";

/** Reports: their list, one of them in all its states, and as people outside see it. */
export const viewsOfReports: readonly View[] = [
  { name: "reports", at: (on) => `/w/${on.workspace}/reports`, ready: ".saved-line", data: true },
  {
    name: "pinning a figure",
    at: (on) => `/w/${on.workspace}/reports`,
    ready: ".saved-line",
    data: true,
    act: async (on) => {
      await on
        .getByRole("button", { name: /^Op een kaart vastzetten/ })
        .first()
        .click();
      await on.getByLabel("Cijfer").waitFor();
    },
  },
  { name: "report", at: report, ready, data: true },
  { name: "report on a phone", at: report, phone: true, ready, data: true },
  {
    name: "report, edited",
    at: report,
    ready,
    data: true,
    act: async (on) => {
      await on.getByRole("button", { name: "Bewerken" }).click();
      await on.locator(".report-block .part-menu-button").first().click();
      await on.getByRole("menu").waitFor();
    },
  },
  {
    name: "links to a report",
    at: report,
    ready,
    data: true,
    act: async (on) => {
      await on.getByRole("button", { name: "Delen" }).click();
      await on.getByRole("dialog").waitFor();
    },
  },
  {
    name: "report with nothing in it",
    at: (on) => `/w/${on.workspace}/reports/${on.blank}`,
    ready: ".report-adding",
    data: true,
  },
  { name: "shared report", at: shared, ready },
  { name: "shared report on a phone", at: shared, phone: true, ready },
];
