import { evidenceKinds } from "../../core/map/evidence.ts";
import { useText } from "../language/text.ts";

/** What the signs on the map mean. */
export function Legend() {
  const t = useText().map;
  return (
    <footer className="legend">
      {evidenceKinds.map((kind) => (
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
