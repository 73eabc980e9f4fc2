import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useAnswer } from "../app/answer.ts";
import { call } from "../app/client.ts";
import { SideSheet } from "../app/side-sheet.tsx";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useLanguage } from "../language/language.ts";
import { rememberedName } from "../map/edit/identity.ts";
import { guestAddress, isOnlyHere } from "../map/workshop/guest-link.ts";
import { MadeLink } from "../map/workshop/made-link.tsx";
import { fieldText } from "./text.ts";
import { today } from "./today.ts";

/** A link is meant for a season, not for good. */
const DAYS = 90;
const DAY = 86_400_000;

type Which = {
  readonly workspace: string;
  /** The map that is looked at; empty for none. */
  readonly map: string;
};

/** The word that opens the making of a link for people in the field. */
export function FieldLink(which: Which) {
  const t = fieldText[useLanguage()];
  return (
    <SideSheet className="field-sheet" open={t.link} title={t.linkTitle} close={t.close}>
      {() => <Making {...which} />}
    </SideSheet>
  );
}

function Making({ workspace, map }: Which) {
  const t = fieldText[useLanguage()];
  const maps = useAnswer("maps", { workspace });
  const [chosen, setChosen] = useState(map);
  const [until, setUntil] = useState(() => today(new Date(Date.now() + DAYS * DAY)));
  const of = chosen || (maps.data?.[0]?.id ?? "");
  const make = useMutation({
    mutationFn: () =>
      call("createShare", {
        workspace,
        map: of,
        body: {
          kind: "note",
          figures: false,
          author: rememberedName() ?? t.someone,
          expires: new Date(`${until}T23:59:59`).toISOString(),
        },
      }),
  });
  if (maps.isError) return <Trouble error={maps.error} onAgain={() => void maps.refetch()} />;
  if (maps.data === undefined) return <Waiting />;
  if (maps.data.length === 0) return <p>{t.noMaps}</p>;
  return (
    <div className="field-making">
      <p>{t.linkAbout}</p>
      {isOnlyHere(location.hostname) && <p className="field-warning">{t.onlyHere}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (until !== "") make.mutate();
        }}
      >
        <label>
          <span className="field-label">{t.linkMap}</span>
          <select value={of} onChange={({ target }) => setChosen(target.value)}>
            {maps.data.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">{t.linkUntil}</span>
          <input
            type="date"
            required
            min={today()}
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={make.isPending || until === ""}>
          {t.makeLink}
        </button>
      </form>
      {make.isError && <Trouble error={make.error} />}
      <div role="status">
        {make.data && (
          <MadeLink
            address={guestAddress(make.data.secret)}
            words={{ qr: t.linkQr, about: t.linkOnce, link: t.link }}
          />
        )}
      </div>
      <p className="quiet">{t.linkWhere}</p>
    </div>
  );
}
