import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { END, START } from "../../core/question/answers.ts";
import type { Flow } from "../../core/question/answers.ts";
import { OTHER, pictureFlow } from "../../core/question/flow-picture.ts";
import type { FlowPicture } from "../../core/question/flow-picture.ts";
import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { useFilter } from "./filter-address.ts";
import { FlowDetails } from "./flow-details.tsx";
import { FlowDrawing } from "./flow-drawing.tsx";
import type { Chosen } from "./flow-drawing.tsx";
import { FlowTable } from "./flow-table.tsx";
import "./flow.css";
import { QuestionPage } from "./question-page.tsx";
import { useStill } from "./still.ts";

/** How much is drawn at first, in percent of all visits and of all steps. */
const CALM = 80;

export function FlowRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().question.flow;
  const [filter] = useFilter();
  const asked = { workspace, filter };
  const answer = useAnswer("flow", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="flow"
      asked={asked}
      answer={answer}
    >
      {(flow) => <FlowView flow={flow} />}
    </QuestionPage>
  );
}

/** Nodes of a picture that are no touchpoint by themselves. */
const unnamed: ReadonlySet<string> = new Set([START, END, OTHER]);

function shareOfSteps(flow: Flow, { hidden, among }: FlowPicture): number {
  const steps = flow.edges.reduce((sum, { count }) => sum + count, 0);
  return steps === 0 ? 1 : 1 - (hidden.count + among) / steps;
}

export function FlowView({ flow }: { readonly flow: Flow }) {
  const t = useText().question.flow;
  const format = useFormat();
  const navigate = useNavigate();
  const still = useStill();
  const [own, setOwn] = useState(CALM);
  const { detail: inAddress = CALM } = useSearch({ strict: false });
  const detail = still ? own : inAddress;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const picture = useMemo(
    () => pictureFlow(flow, { nodes: detail / 100, edges: detail / 100 }),
    [flow, detail],
  );
  const change = (to: number) => {
    if (still) setOwn(to);
    else
      void navigate({
        to: ".",
        search: (before) => ({ ...before, detail: to }),
        replace: true,
        resetScroll: false,
      });
  };
  const drawn = picture.nodes.filter(({ label }) => !unnamed.has(label)).length;
  return (
    <>
      <div className="flow-tools">
        <label className="flow-detail">
          <span>{t.detail}</span>
          <input
            type="range"
            min={5}
            max={100}
            step={5}
            value={detail}
            onChange={(event) => change(Number(event.target.value))}
          />
        </label>
        <span className="quiet" role="status">
          {t.kept(
            drawn,
            drawn + picture.others.length,
            format.percent(shareOfSteps(flow, picture)),
          )}
        </span>
      </div>
      <div className="flow-view" data-chosen={chosen !== null || undefined}>
        <FlowDrawing picture={picture} chosen={chosen} onChoose={setChosen} />
        {chosen !== null && <FlowDetails flow={flow} chosen={chosen} onChoose={setChosen} />}
      </div>
      <FlowTable flow={flow} />
    </>
  );
}
