import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { FormEvent } from "react";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug, useWorkspaces } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { MapFileDrop } from "../exchange/map-file-drop.tsx";
import { TemplatePlate } from "./template-plate.tsx";
import "./new-map.css";

/** What a map begins with. */
type Choice =
  | { readonly from: "blank"; readonly title: string }
  | { readonly from: "data" }
  | { readonly from: "template"; readonly template: string };

/** Where a map begins: an empty sheet, the data, or one of a catalogue of templates. */
export function NewMapRoute() {
  const workspace = useWorkspaceSlug();
  const language = useLanguage();
  const t = useText().newMap;
  const templates = useAnswer("templates", { language });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const open = async (map: string) => {
    await queries.invalidateQueries();
    await navigate({ to: "/w/$workspace/map/{-$map}", params: { workspace, map }, search: {} });
  };
  const make = useMutation({
    mutationFn: (choice: Choice) => begin(workspace, language, choice),
    onSuccess: ({ id }) => open(id),
  });
  const making = make.isPending ? make.variables : null;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </header>
      {make.isError && <Trouble error={make.error} onAgain={() => make.mutate(make.variables)} />}
      <div className="beginnings">
        <Blank
          waiting={make.isPending}
          making={making?.from === "blank"}
          onBegin={(title) => make.mutate({ from: "blank", title })}
        />
        <FromData
          workspace={workspace}
          waiting={make.isPending}
          making={making?.from === "data"}
          onBegin={() => make.mutate({ from: "data" })}
        />
        <MapFileDrop
          workspace={workspace}
          waiting={make.isPending}
          onStored={(map) => void open(map)}
        />
      </div>
      <section className="plates" aria-labelledby="templates">
        <h2 id="templates">{t.templates.title}</h2>
        <p className="plates-about">{t.templates.about}</p>
        {templates.isError ? (
          <Trouble error={templates.error} onAgain={() => void templates.refetch()} />
        ) : templates.data === undefined ? (
          <Waiting />
        ) : (
          <ul>
            {templates.data.map((template) => (
              <TemplatePlate
                key={template.name}
                template={template}
                making={making?.from === "template" && making.template === template.name}
                waiting={make.isPending}
                onBegin={() => make.mutate({ from: "template", template: template.name })}
              />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function begin(workspace: string, language: "nl" | "en", choice: Choice): Promise<{ id: string }> {
  switch (choice.from) {
    case "blank": {
      const title = choice.title.trim();
      return call("createMap", { workspace, body: { language, ...(title !== "" && { title }) } });
    }
    case "data":
      return call("draftMap", { workspace, body: { language } });
    case "template":
      return call("createMap", { workspace, body: { language, template: choice.template } });
  }
}

type Part = { readonly waiting: boolean; readonly making: boolean };

function Blank(props: Part & { readonly onBegin: (title: string) => void }) {
  const text = useText().newMap;
  const t = text.blank;
  const field = useId();
  const [title, setTitle] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onBegin(title);
  };
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t.about}</p>
      <form className="blank-form" onSubmit={submit}>
        <div>
          <label className="field-label" htmlFor={field}>
            {t.name}
          </label>
          <input
            id={field}
            value={title}
            maxLength={160}
            placeholder={t.example}
            autoComplete="off"
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <button type="submit" className="button" disabled={props.waiting}>
          {props.making ? text.making : t.begin}
        </button>
      </form>
    </section>
  );
}

function FromData(props: Part & { readonly workspace: string; readonly onBegin: () => void }) {
  const { workspace } = props;
  const text = useText();
  const t = text.newMap.data;
  const events = useWorkspaces().data?.find(({ slug }) => slug === workspace)?.events ?? 0;
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t.about}</p>
      {events === 0 ? (
        <p className="quiet">
          {t.none}{" "}
          <Link to="/w/$workspace/import" params={{ workspace }} search={{}}>
            {text.app.importMine}
          </Link>
        </p>
      ) : (
        <button type="button" className="button" disabled={props.waiting} onClick={props.onBegin}>
          {props.making ? text.newMap.making : t.draw}
        </button>
      )}
    </section>
  );
}
