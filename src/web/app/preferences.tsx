import { chooseLanguage, useLanguage } from "../language/language.ts";
import type { Language } from "../language/language.ts";
import { useText } from "../language/text.ts";
import { chooseTheme, themes, useTheme } from "./theme.ts";
import type { Theme } from "./theme.ts";

const languages: readonly Language[] = ["en", "nl"];

/** Language and appearance, both remembered in this browser. */
export function Preferences() {
  const t = useText().app;
  const language = useLanguage();
  const theme = useTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
  return (
    <div className="preferences">
      <div role="group" aria-label={t.language} className="languages">
        {languages.map((each) => (
          <button
            key={each}
            type="button"
            className="word-button"
            lang={each}
            title={t.languages[each]}
            aria-label={t.languages[each]}
            aria-pressed={each === language}
            onClick={() => chooseLanguage(each)}
          >
            {each.toUpperCase()}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={`${t.theme}: ${t.themes[theme]}`}
        title={`${t.theme}: ${t.themes[theme]}`}
        onClick={() => chooseTheme(next)}
      >
        <ThemeSign theme={theme} />
      </button>
    </div>
  );
}

function ThemeSign({ theme }: { readonly theme: Theme }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.3" />
      {theme === "system" && <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />}
      {theme === "dark" && <circle cx="8" cy="8" r="6" fill="currentColor" />}
    </svg>
  );
}
