import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { ErasePerson } from "../erase/erase-person.tsx";
import { UnknownActor, useActor } from "../request/actor.tsx";
import { personText } from "./text.ts";
import "./person.css";

type Props = { readonly workspace: string; readonly person: string };

/** What can be done with somebody's data, on his own page: taken out of the numbers, or erased. */
export function PersonPrivacy({ workspace, person }: Props) {
  const t = personText[useLanguage()];
  const who = useActor();
  const queries = useQueryClient();
  const { data, error } = useAnswer("objection", { workspace, person });
  const set = useMutation({
    mutationFn: (objects: boolean) =>
      call("setObjection", { workspace, person, body: { objects, who: who ?? "" } }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (error) return <Trouble error={error} />;
  if (data === undefined) return null;
  const { objects } = data;
  return (
    <section className="person-privacy" aria-labelledby="person-privacy">
      <h2 id="person-privacy">{t.title}</h2>
      <p role="status">{set.isPending ? t.working : objects ? t.objects : t.counts}</p>
      <UnknownActor />
      <p className="request-buttons">
        <button
          type="button"
          className="link-button"
          disabled={who === null || set.isPending}
          onClick={() => set.mutate(!objects)}
        >
          {objects ? t.withdraw : t.object}
        </button>
        <ErasePerson workspace={workspace} person={person} />
      </p>
      {set.isError && <Trouble error={set.error} />}
    </section>
  );
}
