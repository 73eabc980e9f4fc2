import { useQuery } from "@tanstack/react-query";
import { bindTouchpoints } from "../../core/map/binding.ts";
import { FunnelOrder } from "../../core/question/funnel.ts";
import { useAnswer } from "../app/answer.ts";
import { call } from "../app/client.ts";
import { Trouble } from "../app/trouble.tsx";
import { Waiting } from "../app/waiting.tsx";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useText } from "../language/text.ts";
import { AskTouchpoints } from "./ask-touchpoints.tsx";
import { codesOf, useAsks } from "./asks.ts";
import { useFilter } from "./filter-address.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FilterChoices } from "./filter-choices.tsx";
import { FilterWord } from "./filter-word.tsx";
import { FunnelSteps } from "./funnel-steps.tsx";
import { QuestionPage } from "./question-page.tsx";

/** Most steps that the touchpoints of a map are taken over as. */
const MOST = 12;

export function FunnelRoute() {
  const t = useText().towards.funnel;
  const [{ steps }] = useAsks();
  return steps === undefined || codesOf(steps).length < 2 ? (
    <Unasked title={t.title} lead={t.lead} />
  ) : (
    <Asked codes={codesOf(steps)} />
  );
}

function Asked({ codes }: { readonly codes: readonly number[] }) {
  const workspace = useWorkspaceSlug();
  const t = useText().towards.funnel;
  const [filter] = useFilter();
  const [{ order, within }] = useAsks();
  const asked = {
    workspace,
    filter,
    steps: [...codes],
    ...(order !== undefined && { order }),
    ...(within !== undefined && { within }),
  };
  const answer = useAnswer("funnel", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="funnel"
      asked={asked}
      answer={answer}
      asks={<FunnelAsks />}
    >
      {(funnel) => <FunnelSteps funnel={funnel} />}
    </QuestionPage>
  );
}

/** Before there are two steps there is nothing to count. */
function Unasked(props: { readonly title: string; readonly lead: string }) {
  const workspace = useWorkspaceSlug();
  const t = useText().towards.funnel;
  const [filter, setFilter] = useFilter();
  const [, ask] = useAsks();
  const facets = useAnswer("facets", { workspace });
  const maps = useAnswer("maps", { workspace }).data;
  const first = maps?.[0]?.id;
  const drawn = useQuery({
    queryKey: ["map", { workspace, map: first }],
    enabled: first !== undefined,
    queryFn: ({ signal }) => call("map", { workspace, map: first ?? "" }, signal),
  });
  if (facets.isError) return <Trouble error={facets.error} onAgain={() => void facets.refetch()} />;
  if (facets.data === undefined) return <Waiting />;
  const bound = drawn.data ? bindTouchpoints(drawn.data, facets.data.touchpoints) : [];
  const onMap = bound.flatMap(({ codes }) => codes.slice(0, 1)).slice(0, MOST);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{props.title}</h1>
        <p className="lead">{props.lead}</p>
        <FilterBar workspace={workspace} filter={filter} onChange={setFilter} />
        <FunnelAsks />
      </header>
      <div className="none">
        <p>{t.none}</p>
        {onMap.length > 1 && (
          <p>
            <button
              type="button"
              className="link-button"
              onClick={() => ask({ steps: onMap.join(",") })}
            >
              {t.fromMap}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

const limits = [1, 24, 168, 720, 2160] as const;

function FunnelAsks() {
  const t = useText().towards;
  const facets = useAnswer("facets", { workspace: useWorkspaceSlug() }).data;
  const [{ steps, order = "ordered", within }, ask] = useAsks();
  return (
    <div className="asks">
      <AskTouchpoints
        label={t.funnel.steps}
        otherwise={t.choose}
        between=" → "
        touchpoints={facets?.touchpoints ?? []}
        chosen={codesOf(steps)}
        onChange={(codes) => ask({ steps: codes.length === 0 ? undefined : codes.join(",") })}
      />
      <FilterWord
        label={t.funnel.order}
        value={t.funnel.orders[order]}
        chosen={order !== "ordered"}
      >
        <FilterChoices
          single
          label={t.funnel.order}
          choices={FunnelOrder.options.map((key) => ({ key, label: t.funnel.orders[key] }))}
          chosen={[order]}
          onToggle={(key) => ask({ order: key === "ordered" ? undefined : FunnelOrder.parse(key) })}
        />
      </FilterWord>
      <FilterWord
        label={t.funnel.within}
        value={within === undefined ? t.funnel.unlimited : t.funnel.hours(within)}
        chosen={within !== undefined}
      >
        <FilterChoices
          single
          label={t.funnel.within}
          choices={[
            { key: "", label: t.funnel.unlimited },
            ...limits.map((hours) => ({ key: `${hours}`, label: t.funnel.hours(hours) })),
          ]}
          chosen={[within === undefined ? "" : `${within}`]}
          onToggle={(key) => ask({ within: key === "" ? undefined : Number(key) })}
        />
      </FilterWord>
    </div>
  );
}
