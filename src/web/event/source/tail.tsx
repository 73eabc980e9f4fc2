import { useEffect, useRef, useState } from "react";
import { TailEvent } from "../../../core/event/tail.ts";
import { say } from "../../../core/message/message.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { addressOf } from "../../app/client.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { watchText } from "./watch-text.ts";

/** So many of the last things told stand on the page. */
const SHOWN = 30;

type Seen = { readonly nth: number; readonly event: TailEvent };

/** What a source tells, as it comes in, newest first, without who it is about. */
export function Tail(props: { readonly workspace: string; readonly source: string }) {
  const t = watchText[useLanguage()];
  const [still, setStill] = useState(false);
  const { seen, skipped, lost } = useTail(props.workspace, props.source, still);
  return (
    <div className="tail">
      <p className="quiet">{t.tailHint}</p>
      <p>
        <button type="button" className="link-button" onClick={() => setStill(!still)}>
          {still ? t.goOn : t.pause}
        </button>
      </p>
      {lost && <p className="pain">{t.tailLost}</p>}
      {skipped > 0 && <p className="quiet">{t.skipped(skipped)}</p>}
      {seen.length === 0 ? (
        <p className="quiet" role="status">
          {t.tailWaits}
        </p>
      ) : (
        <Told seen={seen} />
      )}
    </div>
  );
}

function Told({ seen }: { readonly seen: readonly Seen[] }) {
  const language = useLanguage();
  const t = watchText[language];
  const f = useFormat();
  return (
    <ScrollRegion label={t.tail}>
      <table className="figures small">
        <caption className="visually-hidden">{t.tail}</caption>
        <thead>
          <tr>
            <th scope="col">{t.at}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.fields}</th>
          </tr>
        </thead>
        <tbody>
          {seen.map(({ nth, event: { at, kind, what, channel, who, fields, reason } }) => (
            <tr key={nth} data-kind={kind}>
              <th scope="row">{f.dateTime(at)}</th>
              <td dir="auto">
                {what || t.kinds[kind]}
                {channel !== "" && <span className="quiet">{` ${channel}`}</span>}
                {reason && <span className="pain">{` ${say(reason, language)}`}</span>}
              </td>
              <td>{who.map((one) => `${one.kind} ${one.value}`).join(", ")}</td>
              <td className="quiet">{fields.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Follows a source while it is shown; while it is held still nothing on the page moves. */
function useTail(workspace: string, source: string, still: boolean) {
  const [told, setTold] = useState({ seen: [] as readonly Seen[], skipped: 0, lost: false });
  const count = useRef(0);
  useEffect(() => {
    if (still) return;
    const stream = new EventSource(addressOf(endpoints.tail, { workspace, source }));
    // Each connection begins with the last things told.
    const begin = () => setTold({ seen: [], skipped: 0, lost: false });
    const tell = ({ data }: MessageEvent<string>) => {
      const read = TailEvent.safeParse(JSON.parse(data));
      if (!read.success) return;
      count.current += 1;
      const one = { nth: count.current, event: read.data };
      setTold((before) => ({ ...before, seen: [one, ...before.seen].slice(0, SHOWN) }));
    };
    const skip = ({ data }: MessageEvent<string>) => {
      const { count: more } = JSON.parse(data) as { count: number };
      setTold((before) => ({ ...before, skipped: before.skipped + more }));
    };
    const lose = () => setTold((before) => ({ ...before, lost: true }));
    stream.addEventListener("open", begin);
    stream.addEventListener("told", tell);
    stream.addEventListener("skipped", skip);
    stream.addEventListener("error", lose);
    return () => stream.close();
  }, [workspace, source, still]);
  return told;
}
