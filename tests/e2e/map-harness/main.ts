import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { LanguageProvider } from "../../../src/web/language/language.ts";
import "../../../src/web/app/tokens.css";
import "../../../src/web/app/base.css";
import type { TouchpointDetail } from "../../../src/core/evidence/overlay.ts";
import { rate } from "../../../src/core/evidence/interval.ts";
import { MapPage } from "../../../src/web/map/map-page.tsx";
import { switching, switchingFigures } from "./switching.ts";
import { synthetic } from "./synthetic.ts";

/** The map page alone, over figures that are made up: `?columns=1000` for a map of that size. */
const search = new URLSearchParams(location.search);
const count = Number(search.get("columns"));
const { journey, overlay } =
  count > 0 ? synthetic(count) : { journey: switching, overlay: switchingFigures };

function detailOf(touchpoint: string): TouchpointDetail | null {
  const figures = overlay.touchpoints.find(({ id }) => id === touchpoint);
  if (!figures) return null;
  const wait = { n: 812, p25Seconds: 3600, medianSeconds: 9000, p75Seconds: 86_000 };
  const way = (label: string, count: number) => ({ label, count, share: rate(count, 1204), wait });
  return {
    figures,
    before: [way("Tarieven bekeken · web", 812), way("START", 300), way("Chat · chat", 92)],
    after: [way("Contract getekend · email", 702), way("END", 413), way("Gebeld · phone", 89)],
    sources: [{ source: "web", events: figures.events }],
    examples: [{ journey: "j1", name: "Klant 1204", person: "p1", start: "2026-05-01T10:00:00Z" }],
  };
}

function Harness() {
  const [open, setOpen] = useState<string | null>(null);
  return createElement(MapPage, {
    journey,
    overlay,
    stale: search.has("stale"),
    filterBar: null,
    filtered: false,
    persona: journey.personas?.[0]?.name ?? null,
    open,
    detail: open === null ? null : detailOf(open),
    onOpen: setOpen,
    person: (person, name) => createElement("a", { href: `/people/${person}` }, name),
  });
}

const app = document.querySelector("#app");
if (app) createRoot(app).render(createElement(LanguageProvider, null, createElement(Harness)));
