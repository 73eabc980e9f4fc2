import { Link, useLocation } from "@tanstack/react-router";
import { must } from "../../core/assert.ts";
import type { QuestionName } from "../../protocol/question/savable.ts";
import type { AppText } from "./text.ts";
import { useText } from "../language/text.ts";

/** What the pages of a workspace are for, and the pages; the first one stands for all. */
const areas = [
  ["map", [["map", "/w/$workspace/map/{-$map}"]]],
  ["maps", [["maps", "/w/$workspace/maps"]]],
  [
    "happens",
    [
      ["overview", "/w/$workspace/overview"],
      ["flow", "/w/$workspace/flow"],
      ["routes", "/w/$workspace/routes"],
      ["funnel", "/w/$workspace/funnel"],
      ["pattern", "/w/$workspace/pattern"],
      ["touchpoints", "/w/$workspace/touchpoints"],
      ["journeys", "/w/$workspace/journeys"],
      ["fit", "/w/$workspace/fit"],
    ],
  ],
  [
    "hurts",
    [
      ["gaps", "/w/$workspace/gaps"],
      ["scores", "/w/$workspace/scores"],
      ["perception", "/w/$workspace/perception"],
      ["drivers", "/w/$workspace/drivers"],
      ["goals", "/w/$workspace/goals"],
      ["leave", "/w/$workspace/leave"],
      ["timeTo", "/w/$workspace/time-to"],
      ["attribution", "/w/$workspace/attribution"],
    ],
  ],
  [
    "whom",
    [
      ["segments", "/w/$workspace/segments"],
      ["archetypes", "/w/$workspace/archetypes"],
      ["contrast", "/w/$workspace/contrast"],
      ["loyalty", "/w/$workspace/loyalty"],
      ["cohorts", "/w/$workspace/cohorts"],
    ],
  ],
  ["reports", [["reports", "/w/$workspace/reports"]]],
  [
    "changes",
    [
      ["drift", "/w/$workspace/drift"],
      ["alerts", "/w/$workspace/alerts"],
    ],
  ],
  [
    "listen",
    [
      ["sources", "/w/$workspace/sources"],
      ["import", "/w/$workspace/import"],
      ["notes", "/w/$workspace/notes"],
    ],
  ],
  [
    "people",
    [
      ["who", "/w/$workspace/who"],
      ["privacy", "/w/$workspace/privacy"],
    ],
  ],
] as const satisfies readonly (readonly [
  keyof AppText["areas"],
  readonly (readonly [keyof AppText["pages"], string])[],
])[];
type Area = (typeof areas)[number];
type Page = Area[1][number];

const pages: readonly Page[] = areas.flatMap(([, own]): readonly Page[] => own);

/** Where a question is asked: its page has its name. */
export function pathOf(question: QuestionName): Page[1] {
  return must(pages.find(([name]) => name === question)?.[1], "the page of a question");
}

/** The last part of a page's path: `time-to`. */
function nameIn([, to]: Page): string {
  return to.split("/")[3] ?? "";
}

/** Which page an address leads to; null for one that has no name. */
export function pageOf(path: string): keyof AppText["pages"] | null {
  const name = path.split("/")[3];
  if (name === "new") return name;
  return pages.find((page) => nameIn(page) === name)?.[0] ?? null;
}

function areaOf(path: string): Area | undefined {
  const page = pageOf(path);
  return areas.find(([, own]) => own.some(([name]) => name === page));
}

type Going = { readonly workspace: string; readonly onGo?: () => void };

/** What one can do in a workspace, in a few words; each leads to the first page of its kind. */
export function Navigation({ workspace }: Going) {
  const t = useText().app;
  const { pathname } = useLocation();
  const [current] = areaOf(pathname) ?? [];
  return (
    <nav aria-label={t.navigation}>
      <ul className="navigation">
        {areas.map(([area, [first]]) => (
          <li key={area}>
            <PageLink
              workspace={workspace}
              page={first}
              label={t.areas[area]}
              inside={area === current}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The pages beside the one that is open, where there are several of its kind. */
export function Neighbours({ workspace }: Going) {
  const t = useText().app;
  const { pathname } = useLocation();
  const [area, own] = areaOf(pathname) ?? [];
  if (!area || !own || own.length < 2) return null;
  return (
    <nav className="neighbours" aria-label={t.areas[area]}>
      <ul className="navigation">
        {own.map((page) => (
          <li key={page[0]}>
            <PageLink workspace={workspace} page={page} label={t.pages[page[0]]} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** All pages under what they are for: the menu of a phone. */
export function Contents({ workspace, onGo }: Going) {
  const t = useText().app;
  return (
    <nav aria-label={t.navigation} className="contents">
      {areas.map(([area, own]) => (
        <section key={area}>
          {own.length > 1 && <h2 className="sheet-title">{t.areas[area]}</h2>}
          <ul className="navigation">
            {own.map((page: Page) => (
              <li key={page[0]}>
                <PageLink
                  workspace={workspace}
                  page={page}
                  label={t.pages[page[0]]}
                  {...(onGo && { onGo })}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** A page as a word. The filter goes along from page to page. */
function PageLink(
  props: Going & { readonly page: Page; readonly label: string; readonly inside?: boolean },
) {
  const { workspace, page, label, inside, onGo } = props;
  return (
    <Link
      to={page[1]}
      params={{ workspace }}
      search={({ filter }) => (filter === undefined ? {} : { filter })}
      activeOptions={{ includeSearch: false }}
      {...(inside && { className: "active" })}
      onClick={() => onGo?.()}
    >
      {label}
    </Link>
  );
}
