import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useContext } from "react";
import { isQuestion } from "../../../protocol/question/savable.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { FieldPlace } from "../../evidence/field-place.ts";
import { useLanguage } from "../../language/language.ts";
import { openedAt } from "../../question/saved/opened.ts";
import { pinText } from "./text.ts";

type Props = { readonly question: string; readonly name: string };

/** The way from a pinned figure to its saved question, and asking that anew; nothing for people outside. */
export function PinnedTools(props: Props) {
  const workspace = useContext(FieldPlace);
  return workspace === null ? null : <Tools {...props} workspace={workspace} />;
}

function Tools({ question, name, workspace }: Props & { readonly workspace: string }) {
  const t = pinText[useLanguage()];
  const queries = useQueryClient();
  const saved = useAnswer("savedQuestions", { workspace }).data?.find(({ id }) => id === question);
  const refresh = useMutation({
    mutationFn: () => call("refreshQuestion", { workspace, question }),
    onSettled: () =>
      Promise.all(
        ["overlay", "savedQuestions"].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
  if (!saved) return null;
  return (
    <>
      <p className="metric-tools">
        {isQuestion(saved.question) && (
          <Link params={{ workspace }} {...openedAt(saved.question, saved.asked)}>
            {t.toQuestion(saved.name)}
          </Link>
        )}{" "}
        <button
          type="button"
          className="link-button"
          disabled={refresh.isPending}
          onClick={() => refresh.mutate()}
        >
          {t.refresh}
          <span className="visually-hidden">{` ${name}`}</span>
        </button>{" "}
        <span role="status" className="quiet">
          {refresh.isPending && t.refreshing}
        </span>
      </p>
      {refresh.isError && <Trouble error={refresh.error} />}
    </>
  );
}
