import { Copied } from "../../app/copied.tsx";
import { useText } from "../../language/text.ts";
import { guestAddress } from "../../map/workshop/guest-link.ts";
import { QrCode } from "../../map/workshop/qr-code.tsx";

/** A link to a survey that was just made, to be sent or scanned. */
export function SurveyLink({ secret }: { readonly secret: string }) {
  const t = useText().perception;
  const address = guestAddress(secret);
  return (
    <div className="survey-made">
      <QrCode text={address} label={t.qr} />
      <div>
        <p>{t.once}</p>
        <Copied label={t.link} text={address} />
      </div>
    </div>
  );
}
