import { Link } from "@tanstack/react-router";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { guestAddress, isOnlyHere } from "./guest-link.ts";
import { MadeLink } from "./made-link.tsx";
import { workshopText } from "./text.ts";
import { useInvitation } from "./use-invitation.ts";
import type { Which } from "./use-invitation.ts";

/** How guests come in: a code to scan, a link to send, and the wall to put on the screen. */
export function Invitation(which: Which) {
  const t = workshopText[useLanguage()];
  const { secret, more } = useInvitation(which);
  return (
    <div className="invitation">
      {isOnlyHere(location.hostname) && <p className="invitation-warning">{t.onlyHere}</p>}
      {secret === null ? (
        <>
          <p className="quiet">{t.noLink}</p>
          <button
            type="button"
            className="button"
            disabled={more.isPending}
            onClick={() => more.mutate()}
          >
            {t.oneMore}
          </button>
          {more.error && <Trouble error={more.error} />}
        </>
      ) : (
        <MadeLink
          address={guestAddress(secret)}
          words={{ qr: t.qr, about: t.invite, link: t.link }}
        />
      )}
      <Link
        to="/w/$workspace/map/$map/wall/$workshop"
        params={which}
        search={{}}
        target="_blank"
        className="invitation-wall"
      >
        {t.wall}
        <span className="visually-hidden">{` (${t.newWindow})`}</span>
      </Link>
    </div>
  );
}
