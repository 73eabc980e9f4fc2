import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ShownSurvey } from "../../../protocol/evidence/survey.ts";
import { useAnswer } from "../../app/answer.ts";
import { Bin } from "../../app/bin.tsx";
import { call } from "../../app/client.ts";
import { SideSheet } from "../../app/side-sheet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { rememberedName } from "../../map/edit/identity.ts";
import { SurveyLink } from "./survey-link.tsx";
import { StartSurvey } from "./start-survey.tsx";
import { SurveyLine } from "./survey-line.tsx";

type Deed = {
  readonly do: "endSurvey" | "deleteSurvey" | "restoreSurvey";
  readonly of: ShownSurvey;
};

/** The word that opens what one does with surveys: start one, follow it, end it, throw it away. */
export function Surveys({ open }: { readonly open: string }) {
  const t = useText().perception;
  return (
    <SideSheet className="survey-sheet" open={open} title={t.manage} close={t.close}>
      {() => <Sheet />}
    </SideSheet>
  );
}

function Sheet() {
  const t = useText().perception;
  const format = useFormat();
  const workspace = useWorkspaceSlug();
  const queries = useQueryClient();
  const surveys = useAnswer("surveys", { workspace });
  const binned = useAnswer("surveys", { workspace, binned: "1" }).data ?? [];
  const again = () =>
    Promise.all(
      ["surveys", "perception"].map((name) => queries.invalidateQueries({ queryKey: [name] })),
    );
  const deed = useMutation({
    mutationFn: (what: Deed) => call(what.do, { workspace, survey: what.of.survey.id }),
    onSettled: again,
  });
  const more = useMutation({
    mutationFn: (survey: string) =>
      call("inviteToSurvey", {
        workspace,
        survey,
        body: { author: rememberedName() ?? t.someone },
      }),
  });
  const gone = deed.isSuccess && deed.variables.do === "deleteSurvey" ? deed.variables.of : null;
  const error = deed.error ?? more.error;
  if (surveys.isError)
    return <Trouble error={surveys.error} onAgain={() => void surveys.refetch()} />;
  if (surveys.data === undefined) return <Waiting />;
  return (
    <div className="surveys">
      <StartSurvey workspace={workspace} onStarted={() => void again()} />
      <h3 className="survey-title">{t.held}</h3>
      {error && <Trouble error={error} />}
      <div role="status">
        {gone && (
          <p>
            {t.removed(gone.survey.question)}{" "}
            <button
              type="button"
              className="link-button"
              onClick={() => deed.mutate({ do: "restoreSurvey", of: gone })}
            >
              {t.undo}
            </button>
          </p>
        )}
        {more.data && <SurveyLink secret={more.data.secret} />}
      </div>
      {surveys.data.length === 0 && <p className="quiet">{t.noneHeld}</p>}
      <ul className="survey-lines">
        {surveys.data.map((shown) => (
          <SurveyLine
            key={shown.survey.id}
            shown={shown}
            onEnd={() => deed.mutate({ do: "endSurvey", of: shown })}
            onInvite={() => more.mutate(shown.survey.id)}
            onDelete={() => deed.mutate({ do: "deleteSurvey", of: shown })}
          />
        ))}
      </ul>
      <Bin
        thrown={binned.map((of) => ({
          id: of.survey.id,
          name: of.survey.question,
          onPutBack: () => deed.mutate({ do: "restoreSurvey", of }),
        }))}
        words={{
          title: t.bin(format.number(binned.length)),
          about: t.binAbout,
          putBack: t.putBack,
        }}
      />
    </div>
  );
}
