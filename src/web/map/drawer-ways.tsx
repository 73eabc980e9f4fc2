import type { ReactNode } from "react";
import type { TouchpointDetail } from "../../core/evidence/overlay.ts";
import { END, START } from "../../core/question/answers.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { FEW } from "../../core/evidence/interval.ts";
import { Section } from "./drawer-section.tsx";

type Way = TouchpointDetail["before"][number];

/** Where customers come from, and where they go. */
export function Ways({ before, after }: Pick<TouchpointDetail, "before" | "after">) {
  const t = useText().map.drawer;
  return (
    <div data-section="ways">
      {before.length > 0 && (
        <Section title={t.before}>
          <WayTable ways={before} />
        </Section>
      )}
      {after.length > 0 && (
        <Section title={t.after}>
          <WayTable ways={after} />
        </Section>
      )}
    </div>
  );
}

function WayTable({ ways }: { readonly ways: readonly Way[] }) {
  const t = useText().map.drawer;
  const f = useFormat();
  const name = (label: string) => (label === START ? t.start : label === END ? t.end : label);
  return (
    <table className="drawer-ways">
      <tbody>
        {ways.map(({ label, count, share, wait }) => (
          <tr
            key={label}
            data-few={share.n < FEW || undefined}
            data-end={label === END || undefined}
          >
            <th scope="row">
              {name(label)}
              <i className="way-share" style={{ inlineSize: `${(share.share ?? 0) * 100}%` }} />
            </th>
            <td className="figure">{f.percent(share.share)}</td>
            <td className="figure-range">
              {f.interval(share.low, share.high)}
              <br />
              {f.number(count)}
            </td>
            <td className="figure-range">
              {wait.medianSeconds === null ? "" : f.duration(wait.medianSeconds)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ExamplesProps = {
  readonly examples: TouchpointDetail["examples"];
  readonly person: (person: string, name: string) => ReactNode;
};

/** Real customers who were here; each leads to his whole timeline. */
export function Examples({ examples, person: link }: ExamplesProps) {
  const t = useText().map.drawer;
  const f = useFormat();
  if (examples.length === 0) return null;
  return (
    <Section title={t.examples}>
      <ul className="drawer-examples">
        {examples.map(({ journey, name, person, start }) => (
          <li key={journey}>
            {link(person, name)}
            <span className="figure-range">{f.date(start)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
