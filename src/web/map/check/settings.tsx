import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { CheckSettings } from "../../../core/map/check/settings.ts";
import { say } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble, troubleWords } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useLanguage } from "../../language/language.ts";
import { LimitFields } from "./limit-fields.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { checkText } from "./text.ts";

/** How the maps of a workspace are checked: as fields, or as the file that goes with `spoor check`. */
export function CheckingSettings({ workspace }: { readonly workspace: string }) {
  const settings = useAnswer("checkSettings", { workspace });
  if (settings.isError)
    return <Trouble error={settings.error} onAgain={() => void settings.refetch()} />;
  if (settings.data === undefined) return <Waiting />;
  return <SettingsForm workspace={workspace} kept={settings.data} />;
}

function SettingsForm({
  workspace,
  kept,
}: {
  readonly workspace: string;
  readonly kept: CheckSettings;
}) {
  const language = useLanguage();
  const t = checkText[language].settings;
  const queries = useQueryClient();
  const [settings, setSettings] = useState(kept);
  const [yaml, setYaml] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (body: CheckSettings) => call("saveCheckSettings", { workspace, body }),
    onSuccess: () =>
      Promise.all(
        ["checkSettings", "checkMap"].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      ),
  });
  /** What is given, however it is given; null when it is not right yet, which is then said. */
  const given = async (): Promise<CheckSettings | null> => {
    const jargon = settings.jargon.map((word) => word.trim()).filter((word) => word !== "");
    if (yaml === null) return { ...settings, jargon };
    const { readCheckSettings } = await import("../../../core/map/check/settings-file.ts");
    try {
      return readCheckSettings(yaml);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setFault(error.told ? say(error.told, language) : error.message);
      return null;
    }
  };
  const change = (next: CheckSettings) => {
    setSettings(next);
    save.reset();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    const body = await given();
    if (body) save.mutate(body, { onSuccess: setSettings });
  };
  const turn = async () => {
    setFault(null);
    const now = await given();
    if (now === null) return;
    const { writeCheckSettings } = await import("../../../core/map/check/settings-file.ts");
    setSettings(now);
    setYaml(yaml === null ? writeCheckSettings(now) : null);
  };
  return (
    <form className="check-settings" onSubmit={(event) => void submit(event)}>
      <button type="button" className="word-button" onClick={() => void turn()}>
        {yaml === null ? t.asYaml : t.asFields}
      </button>
      {yaml === null ? (
        <>
          <LimitFields settings={settings} onChange={change} />
          <RuleFields settings={settings} onChange={change} />
        </>
      ) : (
        <label>
          <span className="field-label">{t.yaml}</span>
          <textarea
            className="check-yaml"
            rows={18}
            spellCheck={false}
            value={yaml}
            aria-invalid={fault !== null}
            onChange={(event) => {
              setYaml(event.target.value);
              save.reset();
            }}
          />
          <span className="quiet">{t.yamlAbout}</span>
        </label>
      )}
      {(fault !== null || save.isError) && (
        <div className="check-fault" role="alert">
          <strong>{t.wrong}</strong>
          <p>{fault ?? troubleWords(save.error, language)}</p>
        </div>
      )}
      <div className="check-deeds">
        <button type="submit" className="button" disabled={save.isPending}>
          {t.save}
        </button>
        {yaml === null && (
          <button
            type="button"
            className="word-button"
            onClick={() => change(CheckSettings.parse({}))}
          >
            {t.reset}
          </button>
        )}
        <span role="status">{save.isSuccess && t.saved}</span>
      </div>
    </form>
  );
}
