import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { drawn, rememberedName } from "../../map/edit/identity.ts";
import { ChooseOne } from "./choose-one.tsx";
import "./report.css";
import { reportText } from "./text.ts";

const NEW = "new";

/** Puts a saved question at the end of a report, or begins one with it. */
export function PinTo({ question, name }: { readonly question: string; readonly name: string }) {
  const workspace = useWorkspaceSlug();
  const t = reportText[useLanguage()];
  const reports = useAnswer("reports", { workspace }).data;
  const queries = useQueryClient();
  const pin = useMutation({
    mutationFn: (id: string) => {
      const block = { id: drawn(12), kind: "question", question } as const;
      const into = reports?.find((each) => each.id === id);
      if (into === undefined) {
        const body = { title: name, author: rememberedName() ?? t.someone, blocks: [block] };
        return call("addReport", { workspace, body });
      }
      const { title, version, blocks } = into;
      const body = { title, version, blocks: [...blocks, block] };
      return call("changeReport", { workspace, report: id, body });
    },
    onSettled: () =>
      Promise.all(
        ["reports", "report"].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
  return (
    <>
      <ChooseOne
        label={t.pinTo}
        none={t.chooseReport}
        choices={[
          ...(reports ?? []).map(({ id, title }) => ({ id, name: title })),
          { id: NEW, name: t.aNewReport },
        ]}
        deed={t.pin}
        disabled={pin.isPending}
        onChoose={(id) => pin.mutate(id)}
      />
      <p role="status">
        {pin.isSuccess && (
          <>
            {t.pinned}{" "}
            <Link to="/w/$workspace/reports/$report" params={{ workspace, report: pin.data.id }}>
              {pin.data.title}
            </Link>
          </>
        )}
      </p>
      {pin.isError && <Trouble error={pin.error} />}
    </>
  );
}
