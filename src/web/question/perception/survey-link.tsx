import { useText } from "../../language/text.ts";
import { guestAddress } from "../../map/workshop/guest-link.ts";
import { MadeLink } from "../../map/workshop/made-link.tsx";

/** A link to a survey that was just made, to be sent or scanned. */
export function SurveyLink({ secret }: { readonly secret: string }) {
  const t = useText().perception;
  return (
    <MadeLink address={guestAddress(secret)} words={{ qr: t.qr, about: t.once, link: t.link }} />
  );
}
