import { useAnswer } from "../../app/answer.ts";
import { NotYet } from "../not-yet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useText } from "../../language/text.ts";
import { useAsks } from "../asks.ts";
import { useFilter } from "../filter-address.ts";
import { FilterChoices } from "../filter-choices.tsx";
import { FilterWord } from "../filter-word.tsx";
import { EditingProvider } from "../../map/edit/editing-provider.tsx";
import { FitFindings } from "./findings.tsx";
import { QuestionPage } from "../question-page.tsx";

export function FitRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().towards.fit;
  const maps = useAnswer("maps", { workspace });
  const [{ drawn }] = useAsks();
  if (maps.isError) return <Trouble error={maps.error} onAgain={() => void maps.refetch()} />;
  if (maps.data === undefined) return <Waiting />;
  const chosen = maps.data.find(({ id }) => id === drawn) ?? maps.data[0];
  if (!chosen) return <NotYet title={t.title} lead={t.lead} said={t.noMap} />;
  return <FitOf map={chosen.id} maps={maps.data} />;
}

type Maps = readonly { readonly id: string; readonly title: string }[];

function FitOf({ map, maps }: { readonly map: string; readonly maps: Maps }) {
  const workspace = useWorkspaceSlug();
  const t = useText().towards.fit;
  const [filter] = useFilter();
  const [, ask] = useAsks();
  const asked = { workspace, map, filter };
  const answer = useAnswer("fit", asked);
  const journey = useAnswer("map", { workspace, map });
  const asks = (
    <div className="asks">
      <FilterWord
        label={t.map}
        value={maps.find(({ id }) => id === map)?.title ?? map}
        chosen={maps.length > 1}
      >
        <FilterChoices
          single
          label={t.map}
          choices={maps.map(({ id, title }) => ({ key: id, label: title }))}
          chosen={[map]}
          onToggle={(id) => ask({ drawn: id })}
        />
      </FilterWord>
    </div>
  );
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="fit"
      asked={asked}
      answer={answer}
      asks={asks}
    >
      {(found) =>
        journey.data ? (
          <EditingProvider key={map} workspace={workspace} map={map} journey={journey.data}>
            <FitFindings fit={found} journey={journey.data} />
          </EditingProvider>
        ) : (
          <Waiting />
        )
      }
    </QuestionPage>
  );
}
