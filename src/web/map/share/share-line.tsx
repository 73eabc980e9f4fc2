import { useState } from "react";
import type { Share } from "../../../protocol/map/share.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { shareText } from "./text.ts";

/** A link that was made: what it shows, until when, and a way to withdraw it. */
export function ShareLine(props: { readonly share: Share; readonly onRevoke: () => void }) {
  const { kind, figures, author, at, expires, revoked } = props.share;
  const t = shareText[useLanguage()];
  const f = useFormat();
  const [now] = useState(() => Date.now());
  const over = expires !== null && Date.parse(expires) <= now;
  const end =
    revoked !== null
      ? t.revoked(f.date(revoked))
      : expires === null
        ? null
        : (over ? t.expired : t.expires)(f.date(expires));
  const about = [figures ? t.withFigures : t.withoutFigures, ...(end === null ? [] : [end])];
  return (
    <li data-over={over || revoked !== null || undefined}>
      <p>{`${t.kinds[kind]} · ${about.join(" · ")}`}</p>
      <p className="quiet">{t.by(f.dateTime(at), author)}</p>
      {revoked === null && !over && (
        <button type="button" className="link-button" onClick={props.onRevoke}>
          {t.revoke}
          <span className="visually-hidden">{` ${t.kinds[kind]}, ${f.dateTime(at)}`}</span>
        </button>
      )}
    </li>
  );
}
