import type { LiveSource, Webhook } from "../../../protocol/event/source.ts";
import { useLanguage } from "../../language/language.ts";
import { Copied } from "../../app/copied.tsx";
import { Secret } from "./secret.tsx";
import { sourceText } from "./text.ts";

type Props = {
  readonly workspace: string;
  readonly source: LiveSource;
  readonly webhook: Webhook;
  readonly writeKey: string | null;
};

/** What connects a tool: the address that it calls, and what it signs its calls with. */
export function ConnectHook({ workspace, source, webhook, writeKey }: Props) {
  const t = sourceText[useLanguage()];
  const key = writeKey ?? "spw_…";
  return (
    <div className="source-connect">
      <div>
        <Copied label={t.hookAddress} text={`${location.origin}/hooks/${key}`} />
        <p className="quiet">{t.hookHint}</p>
        {webhook.tool === "whatsapp" && (
          <div className="source-token">
            <Copied label={t.verifyToken} text={key} />
            <p className="quiet">{t.verifyHint}</p>
          </div>
        )}
      </div>
      {webhook.signs ? (
        <Secret workspace={workspace} source={source.name} webhook={webhook} />
      ) : (
        <p className="quiet">{t.unsigned}</p>
      )}
    </div>
  );
}
