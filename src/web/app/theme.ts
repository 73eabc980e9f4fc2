import { useSyncExternalStore } from "react";
import { recall, remember } from "../language/memory.ts";

export type Theme = "system" | "light" | "dark";

export const themes: readonly Theme[] = ["system", "light", "dark"];

const remembered = "spoor.theme";
const followers = new Set<() => void>();

function readTheme(): Theme {
  const chosen = recall(remembered);
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Puts the remembered theme on the page. */
export function wearTheme(): void {
  const theme = readTheme();
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export function chooseTheme(theme: Theme): void {
  remember(remembered, theme);
  wearTheme();
  for (const tell of followers) tell();
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (tell) => {
      followers.add(tell);
      return () => followers.delete(tell);
    },
    readTheme,
    () => "system" as const,
  );
}
