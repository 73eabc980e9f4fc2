import { Link } from "@tanstack/react-router";
import { useAnswer } from "../app/answer.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";

const LISTED = 10;

/** What was imported before, and what runs now. */
export function EarlierImports({ workspace }: { readonly workspace: string }) {
  const t = useText().import;
  const format = useFormat();
  const imports = useAnswer("imports", { workspace }).data ?? [];
  if (imports.length === 0) return null;
  return (
    <section className="earlier">
      <h2>{t.earlier.title}</h2>
      <table className="figures small">
        <caption className="visually-hidden">{t.earlier.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.earlier.files}</th>
            <th scope="col">{t.earlier.when}</th>
            <th scope="col">{t.earlier.state}</th>
            <th scope="col" data-numeric>
              {t.ledger.stored}
            </th>
            <th scope="col" data-numeric>
              {t.ledger.quarantined}
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.slice(0, LISTED).map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Link to="/w/$workspace/import" params={{ workspace }} search={{ import: each.id }}>
                  {each.files.join(", ")}
                </Link>
              </th>
              <td className="no-wrap">{format.dateTime(each.started)}</td>
              <td>{t.states[each.state]}</td>
              <td data-numeric>{format.number(each.ledger.stored)}</td>
              <td data-numeric>{format.number(each.ledger.quarantined)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link to="/w/$workspace/quarantine" params={{ workspace }} search={{}} className="quiet">
        {t.quarantine.title}
      </Link>
    </section>
  );
}
