import type { ReactNode } from "react";
import { useText } from "../language/text.ts";

/** How the figures above came to be, for whoever asks. */
export function Why(props: { readonly children: ReactNode }) {
  return (
    <details className="why">
      <summary>{useText().app.why}</summary>
      <p>{props.children}</p>
    </details>
  );
}
