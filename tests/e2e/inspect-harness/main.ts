import { createElement, useEffect, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { LanguageProvider } from "../../../src/web/language/language.ts";
import "../../../src/web/app/tokens.css";
import "../../../src/web/app/base.css";
import { apply } from "../../../src/core/map/apply.ts";
import type { Command } from "../../../src/core/map/command.ts";
import { readJourney, writeJourney } from "../../../src/core/map/file.ts";
import { EditingContext } from "../../../src/web/map/edit/editing.ts";
import type { Editing } from "../../../src/web/map/edit/editing.ts";
import { AroundContext } from "../../../src/web/map/edit/inspect/around.ts";
import type { Around } from "../../../src/web/map/edit/inspect/around.ts";
import { EpisodeInspector } from "../../../src/web/map/edit/inspect/episode-inspector.tsx";
import { JourneyInspector } from "../../../src/web/map/edit/inspect/journey-inspector.tsx";
import { LanesInspector } from "../../../src/web/map/edit/inspect/lanes-inspector.tsx";
import { TouchpointInspector } from "../../../src/web/map/edit/inspect/touchpoint-inspector.tsx";

/** The inspectors alone, over a map in memory: `?of=touchpoint`, `episode`, `journey` or `lanes`. */
const bare = `spoor: journey/1
id: jo_test
title: Testreis
personas:
  - id: pe_a
    name: Anna
episodes:
  - id: ep_a
    title: Ik kijk rond
    touchpoints:
      - id: tp_a
        title: Ik zoek
      - id: tp_b
        title: Ik koop
      - id: tp_c
        title: Ik bel
`;

const other = `spoor: journey/1
id: jo_other
title: Een andere reis
lanes:
  - id: ln_a
    kind: text
    title: Wetgeving
  - id: ln_b
    kind: pains
    hidden: true
  - id: ln_c
    kind: text
    title: Kosten
episodes:
  - id: ep_a
    title: Ik kijk
`;

declare global {
  interface Window {
    file: string;
    /** What another does to the same map. */
    other: (field: string, from: string, to: string) => void;
    does: (command: Command) => void;
    /** Shows another inspector over the same map. */
    show: (of: string) => void;
  }
}

const around: Around = {
  facets: {
    from: null,
    to: null,
    channels: [{ channel: "web", journeys: 9 }],
    touchpoints: [{ code: 1, event: "Gezocht", channel: "web", label: "Gezocht · web" }],
    attributes: [{ name: "leeftijd", values: [{ value: "jong", journeys: 4 }] }],
    segments: [],
    scores: [{ name: "CSAT", low: 1, high: 5 }],
  },
  maps: [{ id: "jo_other", title: "Een andere reis" }],
  journey: () => Promise.resolve(readJourney(other)),
  newMap: () => Promise.resolve({ id: "jo_new" }),
  size: () => Promise.resolve({ journeys: 4, of: 9 }),
  upload: () => Promise.resolve("a".repeat(64)),
  address: () => "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
};

let count = 0;
let journey = readJourney(bare);
const followers = new Set<() => void>();

function edit(command: Command): boolean {
  const done = apply(journey, command);
  if (done.ok) {
    journey = done.journey;
    window.file = writeJourney(journey);
    for (const tell of followers) tell();
  }
  return done.ok;
}

window.file = writeJourney(journey);
window.does = edit;
window.other = (field, from, to) => edit({ do: "set", at: "tp_a", field, from, to });

function follow(tell: () => void): () => void {
  followers.add(tell);
  return () => followers.delete(tell);
}

function newId(prefix: string): string {
  count += 1;
  return `${prefix}_n${count}`;
}

const nothing = () => undefined;

function Harness() {
  const editing: Editing = {
    journey: useSyncExternalStore(follow, () => journey),
    edit,
    allowed: true,
    undo: nothing,
    redo: nothing,
    canUndo: null,
    canRedo: null,
    newId,
    announce: nothing,
    me: { client: "harness-1", name: "Anna" },
    others: [],
    look: nothing,
    state: "saved",
  };
  const [of, setOf] = useState(new URLSearchParams(location.search).get("of"));
  useEffect(() => {
    window.show = setOf;
  }, []);
  const shown =
    of === "episode"
      ? createElement(EpisodeInspector, { id: "ep_a" })
      : of === "journey"
        ? createElement(JourneyInspector)
        : of === "lanes"
          ? createElement(LanesInspector)
          : createElement(TouchpointInspector, { id: "tp_a" });
  return createElement(
    EditingContext,
    { value: editing },
    createElement(
      AroundContext,
      { value: around },
      createElement(
        "div",
        { className: "drawer-body", style: { maxWidth: 520, padding: 24 } },
        shown,
      ),
    ),
  );
}

const app = document.querySelector("#app");
if (app) createRoot(app).render(createElement(LanguageProvider, null, createElement(Harness)));
