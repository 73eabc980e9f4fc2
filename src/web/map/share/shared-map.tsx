import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { endpoints } from "../../../protocol/endpoint.ts";
import { LiveEvent } from "../../../protocol/map/live.ts";
import { useAnswer } from "../../app/answer.ts";
import { addressOf, call, Refusal } from "../../app/client.ts";
import { Trouble, troubleWords } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { MapPage } from "../map-page.tsx";
import { MapSkeleton } from "../map-states.tsx";
import { PictureAddress } from "../picture-address.ts";
import { shareText } from "./text.ts";
import "./share.css";

/** A map for people outside: as it is now, and only to be read. */
export function SharedMapRoute() {
  const secret = useParams({ strict: false }).secret ?? "";
  const t = shareText[useLanguage()];
  const shared = useAnswer("shared", { secret });
  const [open, setOpen] = useState<string | null>(null);
  const figures = shared.data?.figures === true;
  const overlay = useQuery({
    queryKey: ["sharedOverlay", { secret }],
    queryFn: ({ signal }) => call("sharedOverlay", { secret }, signal),
    enabled: figures,
  });
  const address = useCallback(
    (hash: string) => addressOf(endpoints.sharedPicture, { secret, hash }),
    [secret],
  );
  const title = shared.data?.journey.title;
  useEffect(() => {
    document.title = title ?? t.shown;
  }, [title, t]);
  const { error } = shared;
  // What is shown stays while the server does not answer, and comes up to date when it does.
  const over = error !== null && (shared.isLoadingError || isGone(error));
  useFollowing(secret, shared.data !== undefined && !over);
  if (over) {
    return <Gone error={error} onAgain={() => void shared.refetch()} />;
  }
  if (overlay.isLoadingError) {
    return <Trouble error={overlay.error} onAgain={() => void overlay.refetch()} />;
  }
  if (shared.data === undefined) return <MapSkeleton />;
  return (
    <main className="shared-map">
      <PictureAddress value={address}>
        <MapPage
          journey={shared.data.journey}
          overlay={overlay.data ?? null}
          figures={figures}
          stale={false}
          filtered={false}
          persona={null}
          open={open}
          detail={undefined}
          onOpen={setOpen}
          filterBar={null}
          person={(_, name) => name}
        />
      </PictureAddress>
      <p className="shared-made quiet">{t.made}</p>
    </main>
  );
}

/** Shows the map anew each time the server tells that it changed, or that the link is over. */
function useFollowing(secret: string, there: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!there) return;
    const stream = new EventSource(addressOf(endpoints.sharedLive, { secret }));
    const again = () => void queries.invalidateQueries({ queryKey: ["shared", { secret }] });
    stream.addEventListener("map", ({ data }: MessageEvent<string>) => {
      if (LiveEvent.safeParse(JSON.parse(data)).success) again();
    });
    stream.addEventListener("error", again);
    return () => stream.close();
  }, [secret, there, queries]);
}

/** The link never was, was withdrawn, or is over. */
function isGone(error: Error): boolean {
  return error instanceof Refusal && error.code === "not-found";
}

function Gone({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const language = useLanguage();
  const t = shareText[language];
  if (!isGone(error)) {
    return <Trouble error={error} onAgain={onAgain} />;
  }
  return (
    <main className="page narrow shared-gone">
      <h1>{t.gone}</h1>
      <p className="lead">{troubleWords(error, language)}</p>
      <p>{t.goneHint}</p>
    </main>
  );
}
