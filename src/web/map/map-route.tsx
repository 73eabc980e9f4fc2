import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";

import type { ComponentProps } from "react";
import { endpoints } from "../../protocol/endpoint.ts";
import { useAnswer } from "../app/answer.ts";
import { addressOf, call } from "../app/client.ts";
import { PaintedProvider, usePainted } from "../app/painted.tsx";
import { Trouble } from "../app/trouble.tsx";
import { useWorkspaceSlug, useWorkspaces } from "../app/workspace.ts";
import { useLanguage } from "../language/language.ts";
import { useText } from "../language/text.ts";
import { FieldPlace } from "../evidence/field-place.ts";
import { FilterBar } from "../question/filter-bar.tsx";
import { useFilter } from "../question/filter-address.ts";
import { isEverything } from "../question/filter-change.ts";
import { MapDoors } from "./doors/map-doors.tsx";
import { EditingProvider } from "./edit/editing-provider.tsx";
import { useEditing } from "./edit/editing.ts";
import { InspectWorkspace } from "./edit/inspect/inspect-workspace.tsx";
import { MapPage } from "./map-page.tsx";
import { EmptyMap, MapSkeleton } from "./map-states.tsx";
import { PictureAddress } from "./picture-address.ts";
import { useFreshFigures, useNewFigures } from "./pin/use-fresh-figures.ts";
import { ReviewReminder } from "./review-reminder.tsx";
import { OpenedFrom } from "./opened-from.tsx";
import { TalkProvider } from "./talk/talk-provider.tsx";
import { WorkshopsProvider } from "./workshop/workshops-provider.tsx";

/** The map of the address; without one, the map that the workspace opens with. */
export function MapRoute() {
  const workspace = useWorkspaceSlug();
  const asked = useParams({ strict: false }).map;
  const workspaces = useWorkspaces();
  const maps = useAnswer("maps", { workspace });
  if (maps.isLoadingError)
    return <Trouble error={maps.error} onAgain={() => void maps.refetch()} />;
  if (maps.data === undefined || workspaces.data === undefined) return <MapSkeleton />;
  const first = workspaces.data.find(({ slug }) => slug === workspace)?.map;
  const map = asked ?? first ?? maps.data[0]?.id;
  if (map === undefined) return <NoMap workspace={workspace} />;
  return <OneMap key={map} workspace={workspace} map={map} />;
}

type Which = { readonly workspace: string; readonly map: string };

function OneMap({ workspace, map }: Which) {
  const [filter, setFilter] = useFilter();
  const [open, setOpen] = useState<string | null>(useSearch({ strict: false }).at ?? null);
  const journey = useAnswer("map", { workspace, map });
  const overlay = useAnswer("overlay", { workspace, map, filter });
  const detail = useQuery({
    queryKey: ["touchpoint", { workspace, map, touchpoint: open, filter }],
    queryFn: ({ signal }) =>
      call("touchpoint", { workspace, map, touchpoint: open ?? "", filter }, signal),
    enabled: open !== null,
  });
  useFreshFigures(workspace, journey.data, overlay.data);
  const address = useCallback(
    (hash: string) => addressOf(endpoints.picture, { workspace, hash }),
    [workspace],
  );
  if (journey.isLoadingError) {
    return <Trouble error={journey.error} onAgain={() => void journey.refetch()} />;
  }
  if (journey.data === undefined) return <MapSkeleton />;
  const segment = journey.data.personas?.find(({ id }) => id === filter.segment);
  return (
    <PaintedProvider>
      <EditingProvider workspace={workspace} map={map} journey={journey.data}>
        <InspectWorkspace workspace={workspace}>
          <PictureAddress value={address}>
            <TalkProvider workspace={workspace} map={map} journey={journey.data}>
              <DrawnPage
                workspace={workspace}
                map={map}
                journey={journey.data}
                overlay={overlay.data ?? null}
                figures={!overlay.isLoadingError}
                stale={overlay.isPlaceholderData}
                filtered={!isEverything(filter)}
                persona={segment?.name ?? filter.segment ?? null}
                open={open}
                detail={detail.data ?? null}
                onOpen={setOpen}
                above={
                  <>
                    <OpenedFrom workspace={workspace} map={map} />
                    <ReviewReminder workspace={workspace} map={map} />
                  </>
                }
                filterBar={<FilterBar workspace={workspace} filter={filter} onChange={setFilter} />}
                doors={
                  <MapDoors
                    workspace={workspace}
                    map={map}
                    title={journey.data.title}
                    filter={filter}
                    onOpen={setOpen}
                  />
                }
                trouble={
                  overlay.isLoadingError && (
                    <Trouble error={overlay.error} onAgain={() => void overlay.refetch()} />
                  )
                }
                person={linkIn(workspace)}
              />
            </TalkProvider>
          </PictureAddress>
        </InspectWorkspace>
      </EditingProvider>
    </PaintedProvider>
  );
}

/** The page of the map as it is being drawn. */
function DrawnPage({ workspace, map, ...props }: Which & ComponentProps<typeof MapPage>) {
  const editing = useEditing();
  const painted = usePainted();
  useNewFigures(editing?.journey ?? props.journey, editing?.state === "saved", props.overlay);
  return (
    <FieldPlace value={workspace}>
      <WorkshopsProvider workspace={workspace} map={map}>
        <MapPage
          {...props}
          doors={painted && props.doors}
          journey={editing?.journey ?? props.journey}
        />
      </WorkshopsProvider>
    </FieldPlace>
  );
}

/** Links to customers' timelines. */
function linkIn(workspace: string) {
  return (person: string, name: string) => (
    <Link to="/w/$workspace/people/$person" params={{ workspace, person }} search={{}}>
      {name}
    </Link>
  );
}

/** Nothing is drawn yet: Spoor offers to draw from the data. */
function NoMap({ workspace }: { readonly workspace: string }) {
  const t = useText().map.empty;
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const draft = useMutation({
    mutationFn: () => call("draftMap", { workspace, body: { language } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries();
      await navigate({
        to: "/w/$workspace/map/{-$map}",
        params: { workspace, map: id },
        search: {},
      });
    },
  });
  if (draft.isError) return <Trouble error={draft.error} onAgain={() => draft.mutate()} />;
  return (
    <EmptyMap>
      <button
        type="button"
        className="button"
        disabled={draft.isPending}
        onClick={() => draft.mutate()}
      >
        {draft.isPending ? t.drafting : t.draft}
      </button>
      <p>
        <Link to="/w/$workspace/new" params={{ workspace }} search={{}}>
          {t.otherwise}
        </Link>
      </p>
    </EmptyMap>
  );
}
