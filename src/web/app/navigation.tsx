import { Link } from "@tanstack/react-router";
import type { AppText } from "./text.ts";
import { useText } from "../language/text.ts";

const pages = [
  ["map", "/w/$workspace/map/{-$map}"],
  ["maps", "/w/$workspace/maps"],
  ["overview", "/w/$workspace/overview"],
  ["flow", "/w/$workspace/flow"],
  ["routes", "/w/$workspace/routes"],
  ["touchpoints", "/w/$workspace/touchpoints"],
  ["journeys", "/w/$workspace/journeys"],
  ["sources", "/w/$workspace/sources"],
  ["import", "/w/$workspace/import"],
  ["privacy", "/w/$workspace/privacy"],
] as const satisfies readonly (readonly [keyof AppText["pages"], string])[];

/** Which page an address leads to; null for one that has no name. */
export function pageOf(path: string): keyof AppText["pages"] | null {
  const name = path.split("/")[3];
  if (name === "new") return name;
  return pages.find(([page]) => name === page)?.[0] ?? null;
}

/** The pages of a workspace, as words. The filter goes along from page to page. */
export function Navigation(props: { readonly workspace: string; readonly onGo?: () => void }) {
  const t = useText().app;
  return (
    <nav aria-label={t.navigation}>
      <ul className="navigation">
        {pages.map(([page, to]) => (
          <li key={page}>
            <Link
              to={to}
              params={{ workspace: props.workspace }}
              search={({ filter }) => (filter === undefined ? {} : { filter })}
              activeOptions={{ includeSearch: false }}
              onClick={() => props.onGo?.()}
            >
              {t.pages[page]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
