import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { SideSheet } from "../../app/side-sheet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useLanguage } from "../../language/language.ts";
import { rememberedName } from "../edit/identity.ts";
import { NewLink } from "./new-link.tsx";
import type { Asked } from "./share-form.tsx";
import { ShareForm } from "./share-form.tsx";
import { ShareLine } from "./share-line.tsx";
import { shareText } from "./text.ts";
import "./share.css";

type Which = { readonly workspace: string; readonly map: string; readonly title: string };

/** The word that opens the links of a map for people outside. */
export function Sharing(which: Which) {
  const { open, title, close } = shareText[useLanguage()];
  return (
    <SideSheet className="share-sheet" {...{ open, title, close }}>
      {() => <Links {...which} />}
    </SideSheet>
  );
}

function Links({ workspace, map, title }: Which) {
  const t = shareText[useLanguage()];
  const queries = useQueryClient();
  const shares = useAnswer("shares", { workspace, map });
  const again = () => queries.invalidateQueries({ queryKey: ["shares"] });
  const make = useMutation({
    mutationFn: (asked: Asked) =>
      call("createShare", {
        workspace,
        map,
        body: { ...asked, author: rememberedName() ?? t.someone },
      }),
    onSettled: again,
  });
  const revoke = useMutation({
    mutationFn: (share: string) => call("revokeShare", { workspace, map, share }),
    onSettled: again,
  });
  const error = make.error ?? revoke.error;
  return (
    <>
      <p className="share-about">{t.about}</p>
      <ShareForm waiting={make.isPending} onMake={(asked) => make.mutate(asked)} />
      {error && <Trouble error={error} />}
      <div role="status">
        {make.data && (
          <NewLink kind={make.data.share.kind} secret={make.data.secret} title={title} />
        )}
      </div>
      <h3 className="share-links-title">{t.links}</h3>
      {shares.isError ? (
        <Trouble error={shares.error} onAgain={() => void shares.refetch()} />
      ) : shares.data === undefined ? (
        <Waiting />
      ) : shares.data.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <ul className="share-links">
          {shares.data.map((share) => (
            <ShareLine key={share.id} share={share} onRevoke={() => revoke.mutate(share.id)} />
          ))}
        </ul>
      )}
    </>
  );
}
