import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { find } from "../../../core/map/elements.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { useAnswer } from "../../app/answer.ts";
import { SideSheet } from "../../app/side-sheet.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import type { Editing } from "../edit/editing.ts";
import { CheckPanel } from "./panel.tsx";
import { CheckingSettings } from "./settings.tsx";
import { checkText } from "./text.ts";

type Which = {
  readonly workspace: string;
  readonly map: string;
  /** Opens a touchpoint on the map. */
  readonly onOpen: (touchpoint: string) => void;
};

/** The word that opens the health check of a map. */
export function Health(which: Which) {
  const { open, title, close } = checkText[useLanguage()];
  return (
    <SideSheet className="check-sheet" {...{ open, title, close }}>
      {(close) => <Checked {...which} onClose={close} />}
    </SideSheet>
  );
}

function Checked({ workspace, map, onOpen, onClose }: Which & { readonly onClose: () => void }) {
  const t = checkText[useLanguage()];
  const editing = useEditing();
  const [setting, setSetting] = useState(false);
  const check = useAnswer("checkMap", { workspace, map });
  useCheckedAgain(editing?.state);
  if (check.isError) return <Trouble error={check.error} onAgain={() => void check.refetch()} />;
  if (check.data === undefined || !editing) return <Waiting />;
  const { journey } = editing;
  return (
    <>
      <p className="check-about">{setting ? t.settings.about : t.about}</p>
      <button type="button" className="word-button check-turn" onClick={() => setSetting(!setting)}>
        {setting ? t.settings.back : t.settings.open}
      </button>
      {setting ? (
        <CheckingSettings workspace={workspace} />
      ) : (
        <>
          <CheckPanel
            journey={journey}
            result={check.data}
            way={(element) => {
              const touchpoint = touchpointOf(journey, element);
              if (touchpoint === null) return null;
              return () => {
                onClose();
                onOpen(touchpoint);
              };
            }}
            onFix={(fix, said) => editing.edit(fix, said)}
            onExcept={(rule, at, reason) => except(editing, { rule, at, reason }, t.excepted)}
            onTakeBack={(at) => editing.edit({ do: "remove", at }, t.takenBack)}
          />
        </>
      )}
    </>
  );
}

/** The check is of the map as the server has it: when that has changed, it is asked for again. */
function useCheckedAgain(state: Editing["state"] | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (state === "saved") void queries.invalidateQueries({ queryKey: ["checkMap"] });
  }, [state, queries]);
}

function except(
  editing: Editing,
  exception: { readonly rule: string; readonly at: string; readonly reason: string },
  said: string,
): void {
  const { journey, newId, edit } = editing;
  const after = journey.exceptions?.at(-1)?.id ?? null;
  const element = { id: newId("ex"), ...exception };
  edit({ do: "add", to: journey.id, list: "exceptions", after, element }, said);
}

/** The touchpoint that an element stands on, or the first of its episode; null where there is none. */
function touchpointOf(journey: Journey, id: string): string | null {
  const found = find(journey, id);
  if (!found) return null;
  if (found.kind === "touchpoint") return id;
  if (found.kind === "transition") return String(found.element["from"]);
  if (found.kind === "episode")
    return journey.episodes.find((each) => each.id === id)?.touchpoints[0]?.id ?? null;
  return found.parent ? touchpointOf(journey, found.parent.id) : null;
}
