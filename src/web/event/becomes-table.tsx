import { say } from "../../core/message/message.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { useText } from "../language/text.ts";
import type { RowEvent } from "./file-mapping.tsx";

const LISTED = 20;

/** The first rows as the events they would become, or why they would be set aside. */
export function BecomesTable({ events }: { readonly events: readonly Omit<RowEvent, "file">[] }) {
  const t = useText().import.becomes;
  const format = useFormat();
  const language = useLanguage();
  const bad = events.filter(({ problem }) => problem !== null).length;
  return (
    <section className="becomes">
      <h3>{t.title}</h3>
      <p className={bad > 0 ? "pain" : "quiet"} role="status">
        {events.length === 0 ? t.none : bad > 0 ? t.bad(bad, events.length) : t.good(events.length)}
      </p>
      {events.length > 0 && (
        <ScrollRegion label={t.title}>
          <table className="figures small">
            <thead>
              <tr>
                <th scope="col" data-numeric>
                  {t.line}
                </th>
                <th scope="col">{t.time}</th>
                <th scope="col">{t.event}</th>
                <th scope="col">{t.channel}</th>
                <th scope="col">{t.journey}</th>
                <th scope="col">{t.who}</th>
              </tr>
            </thead>
            <tbody>
              {events.slice(0, LISTED).map((event, place) => (
                <tr key={`${event.line} ${place}`}>
                  <td data-numeric className="quiet-cell">
                    {format.number(event.line)}
                  </td>
                  {event.problem === null ? (
                    <>
                      <td className="no-wrap">{format.dateTime(event.time)}</td>
                      <td>{event.event}</td>
                      <td>{event.channel}</td>
                      <td>{event.journey}</td>
                      <td>{event.who.join(" · ")}</td>
                    </>
                  ) : (
                    <td colSpan={5} className="pain">
                      {say(event.problem, language)}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
