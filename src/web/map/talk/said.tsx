import { saidParts } from "./said-parts.ts";

/** What somebody said: text, with links of the web and names that were asked to look. */
export function Said({
  text,
  names,
}: {
  readonly text: string;
  readonly names: readonly string[];
}) {
  return (
    <p className="talk-said" dir="auto">
      {saidParts(text, names).map((part, at) => {
        // Parts have no identity beyond their place in the text.
        const key = `${at}`;
        if (part.kind === "link") {
          return (
            <a key={key} href={part.to} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          );
        }
        return part.kind === "mention" ? <b key={key}>{part.text}</b> : part.text;
      })}
    </p>
  );
}
