import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { useAnswer } from "../../app/answer.ts";
import { call, Refusal } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { familyOf } from "../compare/family.ts";
import { MOST, writeWhich } from "../compare/which.ts";
import { set } from "../edit/editing.ts";
import { drawn, rememberedName } from "../edit/identity.ts";
import { Bin } from "./bin.tsx";
import { Choosing } from "./choosing.tsx";
import { contentsOf } from "./contents.ts";
import { everyMap, MapFilter, shownBy } from "./map-filter.tsx";
import { MapLine } from "./map-line.tsx";
import { SearchHits } from "./search-hits.tsx";
import { portfolioText } from "./text.ts";
import "./portfolio.css";

type Deed =
  | { readonly do: "copy"; readonly card: MapCard; readonly state: MapCard["state"] }
  | { readonly do: "rename"; readonly card: MapCard; readonly title: string }
  | { readonly do: "delete" | "put back"; readonly card: MapCard };

/** All maps of a workspace, as the contents of an atlas. */
export function PortfolioRoute() {
  const workspace = useWorkspaceSlug();
  const language = useLanguage();
  const t = portfolioText[language];
  const cards = useAnswer("portfolio", { workspace });
  const queries = useQueryClient();
  const [filter, setFilter] = useState(everyMap);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const [typed, setTyped] = useState("");
  const term = useDeferredValue(typed.trim());
  const navigate = useNavigate();
  const [choice, setChoice] = useState<readonly string[] | null>(null);
  const lay = (ids: readonly string[]) =>
    void navigate({
      to: "/w/$workspace/compare",
      params: { workspace },
      search: { maps: writeWhich(ids.map((map) => ({ map, version: null }))) },
    });
  const deed = useMutation({
    mutationFn: (asked: Deed) => perform(workspace, rememberedName() ?? t.someone, asked),
    onSettled: () => queries.invalidateQueries(),
  });
  if (cards.isError) return <Trouble error={cards.error} onAgain={() => void cards.refetch()} />;
  if (cards.data === undefined) return <Waiting />;
  const kept = cards.data.filter(({ deleted }) => deleted === null);
  const shown = kept.filter((card) => shownBy(filter, card));
  const thrown = deed.isSuccess && deed.variables.do === "delete" ? deed.variables.card : null;
  return (
    <div className="page atlas">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        <p>
          <Link className="button" to="/w/$workspace/new" params={{ workspace }} search={{}}>
            {t.new}
          </Link>
        </p>
      </header>
      {deed.isError && <Trouble error={deed.error} />}
      <div role="status" className="atlas-said">
        {thrown && (
          <p>
            {t.thrown(thrown.title)}{" "}
            <button
              type="button"
              className="link-button"
              onClick={() => deed.mutate({ do: "put back", card: thrown })}
            >
              {t.putBack}
            </button>
          </p>
        )}
      </div>
      {kept.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <div className="atlas-tools">
            <input
              type="search"
              aria-label={t.search}
              placeholder={t.search}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <MapFilter cards={kept} filter={filter} onChange={setFilter} />
            <p className="quiet">{t.shown(shown.length, kept.length)}</p>
          </div>
          {kept.length > 1 && <Choosing choice={choice} onChoice={setChoice} onCompare={lay} />}
          {term.length > 1 ? (
            <SearchHits workspace={workspace} cards={shown} term={term} />
          ) : shown.length === 0 ? (
            <p>{t.noneShown}</p>
          ) : (
            <ol className="atlas-maps">
              {contentsOf(shown, language).map((line) => (
                <MapLine
                  key={line.card.id}
                  workspace={workspace}
                  line={line}
                  today={today}
                  chosen={choice && choice.includes(line.card.id)}
                  onChosen={({ id }, so) =>
                    setChoice((before) =>
                      so
                        ? [...(before ?? []), id].slice(-MOST)
                        : (before ?? []).filter((each) => each !== id),
                    )
                  }
                  onCompare={
                    familyOf(kept, line.card.id).length > 1
                      ? ({ id }) => lay(familyOf(kept, id))
                      : null
                  }
                  onCopy={(card, state) => deed.mutate({ do: "copy", card, state })}
                  onRename={(card, title) => deed.mutate({ do: "rename", card, title })}
                  onDelete={(card) => deed.mutate({ do: "delete", card })}
                />
              ))}
            </ol>
          )}
        </>
      )}
      <Bin
        cards={cards.data.filter(({ deleted }) => deleted !== null)}
        onPutBack={(card) => deed.mutate({ do: "put back", card })}
      />
    </div>
  );
}

async function perform(workspace: string, author: string, deed: Deed): Promise<void> {
  const { id: map, title } = deed.card;
  switch (deed.do) {
    case "copy":
      await call("copyMap", { workspace, map, body: { state: deed.state, author } });
      return;
    case "delete":
      await call("deleteMap", { workspace, map, author });
      return;
    case "put back":
      await call("putMapBack", { workspace, map });
      return;
    case "rename": {
      const { outcomes } = await call("sendCommands", {
        workspace,
        map,
        body: {
          author: { client: drawn(16), name: author },
          commands: [{ number: 1, command: set(map, "title", title, deed.title) }],
        },
      });
      const why = outcomes[0]?.why;
      if (why) throw new Refusal("refused", "", { told: why });
    }
  }
}
