import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { Button, Dialog, DialogTrigger } from "react-aria-components";
import type { Command } from "../../../core/map/command.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { say } from "../../../core/message/message.ts";
import type { TakenFigure } from "../../../core/question/taken/figure.ts";
import type { SavedQuestion } from "../../../protocol/question/saved.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { DialogPopover } from "../../app/dialog-popover.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { drawn, rememberedName } from "../edit/identity.ts";
import { FigureChoice } from "./figure-choice.tsx";
import { pinnedMetric } from "./pin-here.tsx";
import { pinText } from "./text.ts";

/** Pins a figure of this saved question to a part of a map. */
export function PinQuestion({ saved }: { readonly saved: SavedQuestion }) {
  const t = pinText[useLanguage()];
  return (
    <DialogTrigger>
      <Button className="link-button">
        {t.toMap}
        <span className="visually-hidden">{` ${saved.name}`}</span>
      </Button>
      <DialogPopover>
        <Dialog className="popover-dialog" aria-label={t.toMap}>
          <Form saved={saved} />
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  );
}

type Pinned = { readonly map: string; readonly metric: string; readonly taken: boolean };

function Form({ saved }: { readonly saved: SavedQuestion }) {
  const workspace = useWorkspaceSlug();
  const language = useLanguage();
  const t = pinText[language];
  const id = useId();
  const queries = useQueryClient();
  const maps = useAnswer("maps", { workspace }).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const map = chosen ?? maps?.[0]?.id ?? null;
  const [at, setAt] = useState<string | null>(null);
  const [figure, setFigure] = useState<TakenFigure | null>(null);
  const [client] = useState(() => drawn(16));
  const [pinned, setPinned] = useState<Pinned | null>(null);
  const send = useMutation({
    mutationFn: async (what: Pinned & { readonly command: Command }) => {
      const author = { client, name: rememberedName() ?? t.someone };
      const commands = [{ number: what.taken ? 2 : 1, command: what.command }];
      await call("sendCommands", { workspace, map: what.map, body: { author, commands } });
      setPinned(what);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["overlay"] }),
  });
  if (maps === undefined) return <p role="status">{t.reading}</p>;
  if (map === null) return <p>{t.noMaps}</p>;
  if (pinned?.taken) return <p role="status">{t.takenBack}</p>;
  if (pinned) {
    const back = () =>
      send.mutate({ ...pinned, taken: true, command: { do: "remove", at: pinned.metric } });
    return (
      <>
        <p role="status" className="save-done">
          {t.done}{" "}
          <Link to="/w/$workspace/map/{-$map}" params={{ workspace, map: pinned.map }} search={{}}>
            {t.showMap}
          </Link>{" "}
          <button type="button" className="link-button" disabled={send.isPending} onClick={back}>
            {t.undo}
          </button>
        </p>
        {send.isError && <Trouble error={send.error} />}
      </>
    );
  }
  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!figure) return;
        const metric = `me_${drawn(8)}`;
        const element = pinnedMetric(metric, saved, figure, say(figure.name, language));
        send.mutate({
          map,
          metric,
          taken: false,
          command: { do: "add", to: at ?? map, list: "metrics", after: null, element },
        });
      }}
    >
      <FigureChoice
        workspace={workspace}
        question={saved.id}
        chosen={figure}
        onChoose={setFigure}
      />
      <label htmlFor={`${id}-map`}>
        <span className="field-label">{t.map}</span>
        <select
          id={`${id}-map`}
          value={map}
          onChange={(event) => {
            setAt(null);
            setChosen(event.target.value);
          }}
        >
          {maps.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
        </select>
      </label>
      <Place workspace={workspace} map={map} at={at} onPlace={setAt} />
      {send.isError && <Trouble error={send.error} />}
      <button type="submit" className="button" disabled={figure === null || send.isPending}>
        {t.pin}
      </button>
    </form>
  );
}

/** The whole journey, one of its episodes, or a touchpoint. */
function Place(props: {
  readonly workspace: string;
  readonly map: string;
  readonly at: string | null;
  readonly onPlace: (at: string) => void;
}) {
  const t = pinText[useLanguage()];
  const id = useId();
  const { data } = useAnswer("map", { workspace: props.workspace, map: props.map });
  const journey: Journey | undefined = data?.id === props.map ? data : undefined;
  return (
    <label htmlFor={id}>
      <span className="field-label">{t.place}</span>
      <select
        id={id}
        value={props.at ?? props.map}
        onChange={(event) => props.onPlace(event.target.value)}
      >
        <option value={props.map}>{t.wholeJourney}</option>
        {journey?.episodes.map((episode) => (
          <optgroup key={episode.id} label={episode.title}>
            <option value={episode.id}>{t.episode(episode.title)}</option>
            {episode.touchpoints.map((touchpoint) => (
              <option key={touchpoint.id} value={touchpoint.id}>
                {touchpoint.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
