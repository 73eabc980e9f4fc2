import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import type { Version } from "../../../protocol/map/version.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { writeWhich } from "../compare/which.ts";
import { versionsText } from "./text.ts";

/** A version: what it is called, when and by whom, and what can be done with it. */
export function VersionLine(props: {
  readonly workspace: string;
  readonly map: string;
  readonly version: Version;
  readonly waiting: boolean;
  readonly onName: (name: string) => void;
  readonly onRestore: () => void;
}) {
  const { workspace, map, version } = props;
  const t = versionsText[useLanguage()];
  const f = useFormat();
  const [asking, setAsking] = useState<"name" | "restore" | null>(null);
  const [name, setName] = useState(version.name ?? "");
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (asking !== null) line.current?.querySelector<HTMLElement>("input, .button")?.focus();
  }, [asking]);
  const when = f.dateTime(version.at);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") props.onName(name.trim());
    setAsking(null);
  };
  const which = `${version.name ?? t.automatic}, ${when}`;
  return (
    <li ref={line}>
      <h3 data-automatic={version.name === null || undefined}>{version.name ?? t.automatic}</h3>
      <p className="quiet">{t.by(when, version.author)}</p>
      {asking === null && (
        <p className="versions-deeds">
          <Link
            className="link-button"
            to="/w/$workspace/compare"
            params={{ workspace }}
            search={{
              maps: writeWhich([
                { map, version: version.number },
                { map, version: null },
              ]),
            }}
          >
            {t.since}
            <span className="visually-hidden">{` ${which}`}</span>
          </Link>
          <button type="button" className="link-button" onClick={() => setAsking("restore")}>
            {t.restore}
            <span className="visually-hidden">{` ${which}`}</span>
          </button>
          <button type="button" className="link-button" onClick={() => setAsking("name")}>
            {t.name}
            <span className="visually-hidden">{` ${which}`}</span>
          </button>
        </p>
      )}
      {asking === "name" && (
        <form className="versions-keep" onSubmit={rename}>
          <input
            aria-label={t.nameOf(which)}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="word-button">
            {t.keep}
          </button>
          <button type="button" className="word-button" onClick={() => setAsking(null)}>
            {t.cancel}
          </button>
        </form>
      )}
      {asking === "restore" && (
        <div>
          <p>{t.sure}</p>
          <p className="versions-deeds">
            <button
              type="button"
              className="button"
              disabled={props.waiting}
              onClick={() => {
                props.onRestore();
                setAsking(null);
              }}
            >
              {t.restore}
            </button>
            <button type="button" className="word-button" onClick={() => setAsking(null)}>
              {t.cancel}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}
