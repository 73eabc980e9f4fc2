import { useText } from "../language/text.ts";

/** The name with a trail of four steps before it. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 28 18" width="28" height="18" aria-hidden="true">
        <circle cx="2.5" cy="14" r="1.3" />
        <circle cx="8" cy="10" r="1.7" />
        <circle cx="14" cy="12.5" r="2.2" />
        <circle cx="22" cy="6" r="3.6" />
      </svg>
      {useText().app.name}
    </span>
  );
}
