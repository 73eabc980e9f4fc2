import { useLanguage } from "../../language/language.ts";
import { Copied } from "../../app/copied.tsx";
import { sourceText } from "./text.ts";

/** The lines that connect a system, with its key filled in. */
export function Connect({ writeKey }: { readonly writeKey: string | null }) {
  const t = sourceText[useLanguage()];
  const { origin } = location;
  const key = writeKey ?? "spw_…";
  return (
    <div className="source-connect">
      <div>
        <Copied label={t.page} text={collector(origin, key)} />
        <p className="quiet">{t.pageHint}</p>
      </div>
      <div>
        <Copied label={t.server} text={call(origin, key)} />
        <p className="quiet">
          {t.clients} <code>{origin}</code>
        </p>
      </div>
    </div>
  );
}

function collector(origin: string, key: string): string {
  const script = document.createElement("script");
  script.setAttribute("async", "");
  script.setAttribute("src", `${origin}/spoor.js`);
  script.setAttribute("data-key", key);
  return script.outerHTML.replace('async=""', "async");
}

function call(origin: string, key: string): string {
  const event = { what: "Bill opened", channel: "app", who: { customer: "klant-77" } };
  return `curl '${origin}/api/events?key=${key}' -d '${JSON.stringify({ events: [event] })}'`;
}
