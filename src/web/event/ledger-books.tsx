import { balances } from "../../core/event/import.ts";
import type { Ledger } from "../../core/event/import.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";

/** What came in and what became of it, as a sum that the reader can check. */
export function LedgerBooks({ ledger }: { readonly ledger: Ledger }) {
  const t = useText().import.ledger;
  const format = useFormat();
  const parts = (["stored", "duplicate", "quarantined", "suppressed"] as const).flatMap((part) => {
    const rows = ledger[part] ?? 0;
    return part === "suppressed" && rows === 0 ? [] : [{ part, rows }];
  });
  return (
    <section className="ledger" aria-label={t.title}>
      <dl>
        <div>
          <dt>{t.received}</dt>
          <dd>{format.number(ledger.received)}</dd>
        </div>
        {parts.map(({ part, rows }, place) => (
          <div key={part} data-part={part}>
            <dt>{t[part]}</dt>
            <dd>
              <span className="ledger-sign" aria-hidden="true">
                {place === 0 ? "=" : "+"}
              </span>
              {format.number(rows)}
            </dd>
          </div>
        ))}
      </dl>
      {ledger.received > 0 && (
        <svg
          className="ledger-bar"
          viewBox={`0 0 ${ledger.received} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {parts.map(({ part, rows }, place) => (
            <rect
              key={part}
              data-part={part}
              x={parts.slice(0, place).reduce((sum, each) => sum + each.rows, 0)}
              width={rows}
              height="1"
            />
          ))}
        </svg>
      )}
      <p className={balances(ledger) ? "quiet" : "pain"}>
        {balances(ledger) ? t.balances : t.broken}
      </p>
    </section>
  );
}
