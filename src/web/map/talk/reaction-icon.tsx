import type { Mark } from "../../../protocol/map/comment.ts";

/** Strokes on a field of 16 × 16. */
const strokes: Record<Mark, string> = {
  agree: "M2.5 8.5 6.2 12.2 13.5 4",
  love: "M8 13.2 3 8.4a2.9 2.9 0 0 1 5-3.3 2.9 2.9 0 0 1 5 3.3z",
  question: "M5.2 5.6a2.8 2.8 0 1 1 4.3 2.3C8.4 8.6 8 9.2 8 10.2M8 13h.01",
  idea: "M6 11.2C4.7 10.3 4 9 4 7.4a4 4 0 0 1 8 0c0 1.6-.7 2.9-2 3.8zM6.3 13.7h3.4",
  hurts: "M9.2 1.8 4 9h3.6l-.8 5.2L12 7H8.4z",
  surprise: "M8 2.2v7.3M8 13h.01M3.2 4.4l1.3 1.5M12.8 4.4l-1.3 1.5M2 9h2M12 9h2",
};

/** A reaction as a small line drawing; its word stands beside it, or is its label. */
export function ReactionIcon({ mark }: { readonly mark: Mark }) {
  return (
    <svg className="talk-icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={strokes[mark]} />
    </svg>
  );
}

/** A comment, as a small line drawing. */
export function CommentIcon() {
  return (
    <svg className="talk-icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d="M2 3h12v8H7.5L4.5 13.5V11H2z" />
    </svg>
  );
}
