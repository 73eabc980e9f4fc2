import { Copied } from "../../app/copied.tsx";
import { QrCode } from "./qr-code.tsx";
import "./made-link.css";

/** A link that was just made, to be scanned or sent; `--code` is how wide its code is. */
export function MadeLink({
  address,
  words,
}: {
  readonly address: string;
  readonly words: { readonly qr: string; readonly about: string; readonly link: string };
}) {
  return (
    <div className="made-link">
      <QrCode text={address} label={words.qr} />
      <div>
        <p>{words.about}</p>
        <Copied label={words.link} text={address} />
      </div>
    </div>
  );
}
