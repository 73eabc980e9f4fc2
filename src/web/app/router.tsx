import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { JourneysRoute } from "../question/journeys.tsx";
import { OverviewRoute } from "../question/overview.tsx";
import { RoutesRoute } from "../question/routes.tsx";
import { TouchpointsRoute } from "../question/touchpoints.tsx";
import { readAsks } from "../question/asks.ts";
import { readFilter } from "../question/filter-change.ts";
import { NotFound } from "./not-found.tsx";
import { Shell } from "./shell.tsx";
import { Start } from "./start.tsx";
import { Trouble } from "./trouble.tsx";

/** All that an address can hold beside its path; unreadable parts are dropped, not shown as errors. */
function readSearch(search: Record<string, unknown>) {
  const filter = readFilter(search["filter"]);
  return {
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(typeof search["route"] === "string" && { route: search["route"] }),
    ...readAsks(search),
    ...(typeof search["at"] === "string" && { at: search["at"] }),
    ...(typeof search["maps"] === "string" && { maps: search["maps"] }),
    ...(typeof search["import"] === "string" && { import: search["import"] }),
    ...(Number.isInteger(search["offset"]) && { offset: Number(search["offset"]) }),
    ...(Number.isFinite(search["detail"]) && { detail: Number(search["detail"]) }),
  };
}

const root = createRootRoute({
  validateSearch: readSearch,
  component: Outlet,
  notFoundComponent: NotFound,
});
const start = createRoute({ getParentRoute: () => root, path: "/", component: Start });
const shared = (["s/$secret", "s/$secret/embed"] as const).map((path) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(() => import("../map/share/shared-route.tsx"), "SharedRoute"),
  }),
);
const sharedReport = createRoute({
  getParentRoute: () => root,
  path: "r/$secret",
  component: lazyRouteComponent(
    () => import("../question/report/shared-report.tsx"),
    "SharedReportRoute",
  ),
});
const ownConsent = createRoute({
  getParentRoute: () => root,
  path: "c/$secret",
  component: lazyRouteComponent(
    () => import("../people/consent/own-consent.tsx"),
    "OwnConsentRoute",
  ),
});
const wall = createRoute({
  getParentRoute: () => root,
  path: "w/$workspace/map/$map/wall/$workshop",
  component: lazyRouteComponent(() => import("../map/workshop/wall.tsx"), "WallRoute"),
});
const workspace = createRoute({
  getParentRoute: () => root,
  path: "w/$workspace",
  component: Shell,
});
const home = createRoute({
  getParentRoute: () => workspace,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/w/$workspace/map/{-$map}", params, replace: true });
  },
});

const pages = [
  home,
  createRoute({
    getParentRoute: () => workspace,
    path: "map/{-$map}",
    component: lazyRouteComponent(() => import("../map/map-route.tsx"), "MapRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "new",
    component: lazyRouteComponent(() => import("../map/new/new-map.tsx"), "NewMapRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "maps",
    component: lazyRouteComponent(() => import("../map/portfolio/portfolio.tsx"), "PortfolioRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "compare",
    component: lazyRouteComponent(() => import("../map/compare/compare-route.tsx"), "CompareRoute"),
  }),
  createRoute({ getParentRoute: () => workspace, path: "overview", component: OverviewRoute }),
  createRoute({
    getParentRoute: () => workspace,
    path: "flow",
    component: lazyRouteComponent(() => import("../question/flow.tsx"), "FlowRoute"),
  }),
  createRoute({ getParentRoute: () => workspace, path: "routes", component: RoutesRoute }),
  createRoute({
    getParentRoute: () => workspace,
    path: "touchpoints",
    component: TouchpointsRoute,
  }),
  createRoute({ getParentRoute: () => workspace, path: "journeys", component: JourneysRoute }),
  createRoute({
    getParentRoute: () => workspace,
    path: "leave",
    component: lazyRouteComponent(() => import("../question/leave.tsx"), "LeaveRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "attribution",
    component: lazyRouteComponent(() => import("../question/attribution.tsx"), "AttributionRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "funnel",
    component: lazyRouteComponent(() => import("../question/funnel.tsx"), "FunnelRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "time-to",
    component: lazyRouteComponent(() => import("../question/time-to.tsx"), "TimeToRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "gaps",
    component: lazyRouteComponent(() => import("../question/gaps/gaps.tsx"), "GapsRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "contrast",
    component: lazyRouteComponent(
      () => import("../question/contrast/contrast.tsx"),
      "ContrastRoute",
    ),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "archetypes",
    component: lazyRouteComponent(
      () => import("../question/archetypes/archetypes.tsx"),
      "ArchetypesRoute",
    ),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "segments",
    component: lazyRouteComponent(
      () => import("../question/segments/segments.tsx"),
      "SegmentsRoute",
    ),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "alerts",
    component: lazyRouteComponent(() => import("../question/alerts/alerts.tsx"), "AlertsRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "drift",
    component: lazyRouteComponent(() => import("../question/drift/drift.tsx"), "DriftRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "scores",
    component: lazyRouteComponent(() => import("../question/scores/scores.tsx"), "ScoresRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "perception",
    component: lazyRouteComponent(
      () => import("../question/perception/perception.tsx"),
      "PerceptionRoute",
    ),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "goals",
    component: lazyRouteComponent(() => import("../question/goals/goals.tsx"), "GoalsRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "drivers",
    component: lazyRouteComponent(() => import("../question/drivers/drivers.tsx"), "DriversRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "pattern",
    component: lazyRouteComponent(() => import("../question/pattern/pattern.tsx"), "PatternRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "loyalty",
    component: lazyRouteComponent(() => import("../question/loyalty/loyalty.tsx"), "LoyaltyRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "cohorts",
    component: lazyRouteComponent(() => import("../question/cohorts/cohorts.tsx"), "CohortsRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "fit",
    component: lazyRouteComponent(() => import("../question/fit/fit.tsx"), "FitRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "reports",
    component: lazyRouteComponent(() => import("../question/report/reports.tsx"), "ReportsRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "reports/$report",
    component: lazyRouteComponent(() => import("../question/report/report.tsx"), "ReportRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "people/$person",
    component: lazyRouteComponent(() => import("../identity/timeline.tsx"), "TimelineRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "notes",
    component: lazyRouteComponent(() => import("../evidence/field-route.tsx"), "FieldRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "sources",
    component: lazyRouteComponent(() => import("../event/source/sources.tsx"), "SourcesRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "import",
    component: lazyRouteComponent(() => import("../event/import.tsx"), "ImportRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "who",
    component: lazyRouteComponent(() => import("../identity/who/who.tsx"), "WhoRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "privacy",
    component: lazyRouteComponent(() => import("../people/privacy.tsx"), "PrivacyRoute"),
  }),
  createRoute({
    getParentRoute: () => workspace,
    path: "quarantine",
    component: lazyRouteComponent(() => import("../event/quarantine.tsx"), "QuarantineRoute"),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    ...shared,
    sharedReport,
    ownConsent,
    wall,
    workspace.addChildren(pages),
  ]),
  defaultErrorComponent: ({ error, reset }) => <Trouble error={error} onAgain={reset} />,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
