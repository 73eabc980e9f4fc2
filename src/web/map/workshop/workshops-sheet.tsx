import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/client.ts";
import { SideSheet } from "../../app/side-sheet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import type { Door } from "../doors/door.ts";
import { rememberedName } from "../edit/identity.ts";
import { rememberSecret } from "./guest-link.ts";
import { OpenForm } from "./open-form.tsx";
import { OneWorkshop } from "./one-workshop.tsx";
import { workshopText } from "./text.ts";
import { useWorkshops } from "./workshops.ts";
import type { Workshops } from "./workshops.ts";
import "./note.css";
import "./workshop.css";

/** The door to the workshops of a map; null where it has none. */
export function useWorkshopDoor(): Door | null {
  const { open, title, close } = workshopText[useLanguage()];
  const workshops = useWorkshops();
  if (workshops === null) return null;
  return {
    key: "workshop",
    words: open,
    room: (state) => (
      <SideSheet className="workshop-sheet" {...{ title, close, state }}>
        {() => <WorkshopSheet workshops={workshops} />}
      </SideSheet>
    ),
  };
}

/** The workshop that is going on; without one, a new one, and those that were. */
function WorkshopSheet({ workshops }: { readonly workshops: Workshops }) {
  const { workspace, map, list } = workshops;
  const t = workshopText[useLanguage()];
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string | null>();
  const start = useMutation({
    mutationFn: (asked: { question: string; dots: number }) =>
      call("openWorkshop", {
        workspace,
        map,
        body: { ...asked, author: rememberedName() ?? t.someone },
      }),
    onSuccess: async ({ workshop, secret }) => {
      rememberSecret(workshop.id, secret);
      workshops.show(workshop.id);
      await queries.invalidateQueries({ queryKey: ["workshops"] });
      setChosen(workshop.id);
    },
  });
  if (list === undefined) return <Waiting />;
  const going = list.find(({ closed }) => closed === null)?.id ?? null;
  const at = chosen === undefined ? going : chosen;
  const workshop = list.find(({ id }) => id === at);
  if (workshop) {
    return (
      <>
        <button type="button" className="word-button" onClick={() => setChosen(null)}>
          {t.all}
        </button>
        <OneWorkshop key={workshop.id} workshop={workshop} />
      </>
    );
  }
  return (
    <>
      <p className="workshop-about">{t.about}</p>
      <OpenForm waiting={start.isPending} onOpen={(asked) => start.mutate(asked)} />
      {start.error && <Trouble error={start.error} />}
      <Earlier list={list} onChoose={setChosen} />
    </>
  );
}

function Earlier(props: {
  readonly list: NonNullable<Workshops["list"]>;
  readonly onChoose: (workshop: string) => void;
}) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  return (
    <>
      <h3 className="workshop-earlier">{t.earlier}</h3>
      {props.list.length === 0 && <p className="quiet">{t.none}</p>}
      <ul className="workshop-list">
        {props.list.map(({ id, question, opened, closed }) => (
          <li key={id}>
            <button type="button" className="link-button" onClick={() => props.onChoose(id)}>
              {question}
            </button>
            <p className="quiet">
              {closed === null ? t.running(f.dateTime(opened)) : t.held(f.date(opened))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
