import { useText } from "../language/text.ts";

/** What the signs on the map mean. */
export function Legend() {
  const t = useText().map;
  return (
    <footer className="legend">
      {(["measured", "research", "assumed"] as const).map((kind) => (
        <span key={kind}>
          <i className="legend-dot" data-kind={kind} />
          {t.legend[kind]}
        </span>
      ))}
      <span>{t.legend.gap}</span>
      <span className="few">{t.legend.few}</span>
    </footer>
  );
}
