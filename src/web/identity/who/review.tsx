import { useQueryClient } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import type { Says } from "../../../core/identity/decision.ts";
import type { WhoState } from "../../../protocol/identity/who.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { AcceptSure } from "./accept-sure.tsx";
import { PairSides } from "./pair-sides.tsx";
import { whoText } from "./text.ts";

/** Pairs that are fetched at once. */
const AT_ONCE = 30;

type Props = {
  readonly workspace: string;
  readonly open: WhoState["open"];
  /** When the search was that found them. */
  readonly made: string;
  readonly by: string | null;
};

type Made = { readonly key: string; readonly deed: Promise<{ readonly id: number }> };

/** Pairs one after the other, to be decided by button or key. */
export function Review({ workspace, open, made, by }: Props) {
  const t = whoText[useLanguage()].review;
  const queries = useQueryClient();
  const [show, setShow] = useState(false);
  const [place, setPlace] = useState(0);
  const [reason, setReason] = useState("");
  /** What was decided here, the last one last; it may still stand in the list that was fetched. */
  const [stack, setStack] = useState<readonly Made[]>([]);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<unknown>(null);
  const list = useAnswer("reviewList", {
    workspace,
    limit: AT_ONCE,
    ...(show && { show: "1" as const }),
  });
  const decided = new Set(stack.map(({ key }) => key));
  const pairs = (list.data ?? []).filter(({ a, b }) => !decided.has(`${made} ${a} ${b}`));
  const at = Math.min(place, pairs.length - 1);
  const pair = pairs[at];

  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ["who"] });
    void queries.invalidateQueries({ queryKey: ["decisions"] });
  };
  // The next pair comes at once: keys are faster than answers.
  const decide = (says: Says) => {
    if (pair === undefined || by === null) return;
    const { a, b } = pair;
    const key = `${made} ${a} ${b}`;
    const body = { a, b, says, by, ...(reason.trim() !== "" && { reason }) };
    const deed = call("decide", { workspace, body });
    setFailure(null);
    setStack((before) => [...before, { key, deed }]);
    setReason("");
    setSaid(t.done(says));
    deed.then(refresh, (error: unknown) => {
      setStack((before) => before.filter((each) => each.key !== key));
      setFailure(error);
    });
  };
  const undo = () => {
    const last = stack.at(-1);
    if (last === undefined || by === null) return;
    setFailure(null);
    setStack((before) => before.slice(0, -1));
    setPlace(0);
    setSaid(t.undone);
    last.deed
      .then(({ id }) =>
        call("takeBack", { workspace, decision: String(id), body: { by, back: true } }),
      )
      .then(refresh, setFailure);
  };
  const leaf = (step: number) => setPlace(Math.max(0, Math.min(pairs.length - 1, at + step)));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement && event.target.type !== "checkbox") return;
    const deeds: Record<string, () => unknown> = {
      s: () => decide("same"),
      d: () => decide("apart"),
      l: () => decide("later"),
      u: undo,
      ArrowRight: () => leaf(1),
      ArrowLeft: () => leaf(-1),
    };
    const deed = deeds[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };

  return (
    <section className="who-section" aria-labelledby="who-review">
      <h2 id="who-review">{t.title}</h2>
      <p className="quiet" data-open={open.sure + open.review + open.later}>
        {open.sure + open.review + open.later === 0
          ? t.nothing
          : t.left(open.review, open.sure, open.later)}
      </p>
      {open.sure > 0 && <AcceptSure workspace={workspace} sure={open.sure} by={by} />}
      {list.isError && <Trouble error={list.error} onAgain={() => void list.refetch()} />}
      {/* Keys count while one of its buttons has the focus: a key alone is no one's command elsewhere. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div role="group" aria-labelledby="who-review" className="who-review" onKeyDown={onKeyDown}>
        {pair && (
          <>
            <p className="who-place">
              <button
                type="button"
                className="link-button"
                disabled={at === 0}
                onClick={() => leaf(-1)}
              >
                {t.before}
              </button>
              <span className="quiet">{t.place(at + 1, pairs.length)}</span>
              <button
                type="button"
                className="link-button"
                disabled={at === pairs.length - 1}
                onClick={() => leaf(1)}
              >
                {t.next}
              </button>
              <label className="who-show">
                <input
                  type="checkbox"
                  checked={show}
                  onChange={(event) => setShow(event.target.checked)}
                />
                {t.show}
              </label>
            </p>
            <PairSides workspace={workspace} pair={pair} />
            <label className="who-reason">
              <span className="field-label">{t.why}</span>
              <input
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
          </>
        )}
        <p className="who-buttons">
          {pair &&
            (["same", "apart", "later"] as const).map((says) => (
              <button
                key={says}
                type="button"
                className={says === "later" ? "link-button" : "button"}
                disabled={by === null}
                aria-keyshortcuts={{ same: "S", apart: "D", later: "L" }[says]}
                onClick={() => decide(says)}
              >
                {t.decisions[says]}
              </button>
            ))}
          {stack.length > 0 && (
            <button type="button" className="link-button" aria-keyshortcuts="U" onClick={undo}>
              {t.undo}
            </button>
          )}
          <span role="status" className="quiet">
            {said}
          </span>
        </p>
        {pair && <p className="quiet">{by === null ? t.who : t.keys}</p>}
        {failure !== null && <Trouble error={failure} />}
      </div>
    </section>
  );
}
