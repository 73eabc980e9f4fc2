import type { Preview } from "../../core/event/import.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useText } from "../language/text.ts";

/** The first rows of a file, untouched. */
export function RawRows({ file }: { readonly file: Preview }) {
  const t = useText().import.file;
  return (
    <details className="raw-rows">
      <summary>{t.rows}</summary>
      <ScrollRegion label={t.rows}>
        <table className="figures small">
          <thead>
            <tr>
              {file.columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.rows.map((row, line) => (
              <tr key={`${line}`}>
                {row.map((value, place) => (
                  <td key={`${place}`}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
