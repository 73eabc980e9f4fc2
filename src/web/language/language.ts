import { createContext, createElement, useContext, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { recall, remember } from "./memory.ts";

export type Language = "en" | "nl";

const remembered = "spoor.language";
const followers = new Set<() => void>();
let current: Language | null = null;

/** The first language of a reader's list that Spoor speaks; English when it speaks none of them. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split("-")[0];
    if (primary === "nl" || primary === "en") return primary;
  }
  return "en";
}

function isLanguage(value: string | null): value is Language {
  return value === "en" || value === "nl";
}

function readLanguage(): Language {
  if (current === null) {
    const chosen = recall(remembered);
    current = isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages);
    document.documentElement.lang = current;
  }
  return current;
}

/** Speaks another language from now on, and remembers it in this browser. */
export function chooseLanguage(language: Language): void {
  current = language;
  remember(remembered, language);
  document.documentElement.lang = language;
  for (const tell of followers) tell();
}

function follow(tell: () => void): () => void {
  followers.add(tell);
  return () => followers.delete(tell);
}

const Spoken = createContext<Language>("en");

/** Tells all that stands below which language is on the screen: one follows it, so that not each cell has to. */
export function LanguageProvider({ children }: { readonly children?: ReactNode }) {
  const language = useSyncExternalStore(follow, readLanguage, () => "en" as const);
  return createElement(Spoken, { value: language }, children);
}

/** The language on the screen. */
export function useLanguage(): Language {
  return useContext(Spoken);
}
