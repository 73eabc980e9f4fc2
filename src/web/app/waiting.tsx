import { useText } from "../language/text.ts";

/** Holds the place of a page; its words come only when the wait is long enough to notice. */
export function Waiting() {
  return (
    <p className="waiting" role="status">
      {useText().app.loading}
    </p>
  );
}
