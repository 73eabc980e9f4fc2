import type { ShareKind } from "../../../protocol/map/share.ts";
import { useLanguage } from "../../language/language.ts";
import { Copied } from "../../app/copied.tsx";
import { shareText } from "./text.ts";

/** A link just made, to be copied now; for another page, the lines that go into it. */
export function NewLink(props: {
  readonly kind: ShareKind;
  readonly secret: string;
  readonly title: string;
}) {
  const t = shareText[useLanguage()];
  const address = `${location.origin}/s/${props.secret}`;
  if (props.kind !== "embed") {
    return (
      <div className="share-new">
        <p>{t.once}</p>
        <Copied label={t.link} text={address} />
      </div>
    );
  }
  return (
    <div className="share-new">
      <p>{t.once}</p>
      <Copied label={t.snippet} text={snippet(`${address}/embed`, t.frame(props.title))} />
    </div>
  );
}

function snippet(address: string, title: string): string {
  const frame = document.createElement("iframe");
  frame.setAttribute("src", address);
  frame.setAttribute("title", title);
  frame.setAttribute("width", "100%");
  frame.setAttribute("height", "720");
  frame.style.border = "0";
  return frame.outerHTML;
}
