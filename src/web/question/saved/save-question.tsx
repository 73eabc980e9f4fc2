import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { Button, Dialog, DialogTrigger } from "react-aria-components";
import type { QuestionName } from "../../../protocol/question/savable.ts";
import { call } from "../../app/client.ts";
import { DialogPopover } from "../../app/dialog-popover.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { rememberedName, rememberName } from "../../map/edit/identity.ts";
import { PinTo } from "../report/pin-to.tsx";
import { askedOf } from "./opened.ts";
import { savedText } from "./text.ts";
import "./saved.css";

type What = {
  readonly question: QuestionName;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly title: string;
};

/** The word that keeps what a page asks, under a name. */
export function SaveQuestion(what: What) {
  const t = savedText[useLanguage()];
  return (
    <p className="save-question">
      <DialogTrigger>
        <Button className="link-button">{t.save}</Button>
        <DialogPopover>
          <Dialog className="popover-dialog" aria-label={t.saveTitle}>
            <SaveForm {...what} />
          </Dialog>
        </DialogPopover>
      </DialogTrigger>
    </p>
  );
}

function SaveForm({ question, asked, title }: What) {
  const workspace = useWorkspaceSlug();
  const t = savedText[useLanguage()];
  const id = useId();
  const known = rememberedName();
  const [name, setName] = useState(title);
  const [author, setAuthor] = useState(known ?? "");
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => {
      const who = author.trim();
      if (who !== "") rememberName(who);
      const body = { name, question, asked: askedOf(asked), author: who || t.someone };
      return call("saveQuestion", { workspace, body });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["savedQuestions"] }),
  });
  if (save.isSuccess) {
    return (
      <div className="save-form">
        <p role="status" className="save-done">
          {t.saved}{" "}
          <Link to="/w/$workspace/reports" params={{ workspace }}>
            {t.toReports}
          </Link>
        </p>
        <PinTo question={save.data.id} name={save.data.name} />
      </div>
    );
  }
  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p>{t.saveAbout}</p>
      <label htmlFor={`${id}-name`}>
        <span className="field-label">{t.name}</span>
        <input
          id={`${id}-name`}
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {known === null && (
        <label htmlFor={`${id}-author`}>
          <span className="field-label">{t.you}</span>
          <input
            id={`${id}-author`}
            maxLength={80}
            value={author}
            onChange={(event) => setAuthor(event.target.value)}
          />
        </label>
      )}
      {save.isError && <Trouble error={save.error} />}
      <p className="save-deeds">
        <button type="submit" className="button" disabled={save.isPending}>
          {t.save}
        </button>
        <span role="status" className="quiet">
          {save.isPending && t.saving}
        </span>
      </p>
    </form>
  );
}
