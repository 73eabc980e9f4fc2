import { useParams } from "@tanstack/react-router";
import { Suspense, lazy, useEffect } from "react";
import { useAnswer } from "../../app/answer.ts";
import { useLanguage } from "../../language/language.ts";
import { MapSkeleton } from "../map-states.tsx";
import { Gone, isGone } from "./gone.tsx";
import { shareText } from "./text.ts";
import { useFollowing } from "./use-following.ts";
import "./share.css";

// A guest with a phone does not load the whole map, nor its reader the workshop.
const SharedMap = lazy(async () => ({ default: (await import("./shared-map.tsx")).SharedMap }));
const QuickPage = lazy(async () => ({
  default: (await import("../../evidence/quick-page.tsx")).QuickPage,
}));
const SurveyPage = lazy(async () => ({
  default: (await import("../../evidence/survey/survey-page.tsx")).SurveyPage,
}));
const GuestPage = lazy(async () => ({
  default: (await import("../workshop/guest-page.tsx")).GuestPage,
}));

/** What somebody from outside came for by a link: a map to be read, a workshop, or a form for field notes. */
export function SharedRoute() {
  const secret = useParams({ strict: false }).secret ?? "";
  const t = shareText[useLanguage()];
  const { data, error, refetch } = useAnswer("shared", { secret });
  const title = data?.journey.title;
  useEffect(() => {
    document.title = title ?? t.shown;
  }, [title, t]);
  const gone = isGone(error);
  // A phone in the field need not hear of every change of the map.
  const quick = data?.kind === "note" || data?.kind === "survey";
  useFollowing(secret, data !== undefined && !quick && !gone);
  if (error !== null && (gone || data === undefined)) {
    return <Gone error={error} onAgain={() => void refetch()} />;
  }
  if (data === undefined) return <MapSkeleton />;
  return (
    <Suspense fallback={<MapSkeleton />}>
      {data.kind === "workshop" ? (
        <GuestPage secret={secret} journey={data.journey} />
      ) : data.kind === "note" ? (
        <QuickPage secret={secret} journey={data.journey} />
      ) : data.kind === "survey" ? (
        <SurveyPage secret={secret} />
      ) : (
        <SharedMap secret={secret} shared={data} />
      )}
    </Suspense>
  );
}
