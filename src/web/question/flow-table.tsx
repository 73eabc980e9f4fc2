import { useState } from "react";
import type { Flow } from "../../core/question/answers.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { DurationFigure } from "./duration-figure.tsx";
import { RateFigure } from "./rate-figure.tsx";
import { SortableTable } from "./sortable-table.tsx";

const LISTED = 100;

/** Every way with its figures; the picture in words. */
export function FlowTable({ flow }: { readonly flow: Flow }) {
  const t = useText().question;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const edges = flow.edges.toSorted((a, b) => b.count - a.count);
  return (
    <details className="flow-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.table}</summary>
      {open && (
        <SortableTable
          caption={t.flow.title}
          rows={all ? edges : edges.slice(0, LISTED)}
          rowKey={({ from, to }) => `${from}\n${to}`}
          start={{ key: "times", falling: true }}
          columns={[
            {
              key: "from",
              label: t.flow.from,
              render: ({ from }) => t.step(from),
              by: ({ from }) => t.step(from),
            },
            {
              key: "to",
              label: t.flow.to,
              render: ({ to }) => t.step(to),
              by: ({ to }) => t.step(to),
            },
            {
              key: "times",
              label: t.flow.times,
              numeric: true,
              render: ({ count }) => format.number(count),
              by: ({ count }) => count,
            },
            {
              key: "share",
              label: t.flow.share,
              numeric: true,
              render: ({ share }) => <RateFigure rate={share} />,
              by: ({ share }) => share.share,
            },
            {
              key: "wait",
              label: t.flow.wait,
              numeric: true,
              render: (edge) => <DurationFigure duration={edge} />,
              by: ({ medianSeconds }) => medianSeconds,
            },
          ]}
        />
      )}
      {open && !all && edges.length > LISTED && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t.flow.allWays(edges.length)}
        </button>
      )}
    </details>
  );
}
