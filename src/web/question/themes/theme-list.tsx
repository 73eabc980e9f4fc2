import { FEW } from "../../../core/evidence/interval.ts";
import type { Theme } from "../../../core/question/themes/themes.ts";
import { useAnswer } from "../../app/answer.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useFilter } from "../filter-address.ts";
import { SortableTable } from "../sortable-table.tsx";
import { Why } from "../why.tsx";
import "./themes.css";

/** What customers write, by theme, a few of their words beside each. */
export function ThemeList() {
  const workspace = useWorkspaceSlug();
  const t = useText().themes;
  const format = useFormat();
  const [filter] = useFilter();
  const answer = useAnswer("themes", { workspace, filter });
  const found = answer.data;
  return (
    <section>
      <h2 className="figure-title">{t.title}</h2>
      {answer.isError ? (
        <Trouble error={answer.error} onAgain={() => void answer.refetch()} />
      ) : found === undefined ? (
        <Waiting />
      ) : found.themes.length === 0 ? (
        <p className="quiet">{t.empty}</p>
      ) : (
        <>
          <SortableTable<Theme>
            caption={t.title}
            rows={found.themes}
            rowKey={({ words }) => words.join(" ")}
            columns={[
              {
                key: "theme",
                label: t.theme,
                render: ({ words }) => <span className="theme-words">{words.join(" · ")}</span>,
              },
              {
                key: "comments",
                label: t.comments,
                numeric: true,
                render: ({ comments }) => format.number(comments),
                by: ({ comments }) => comments,
              },
              {
                key: "feeling",
                label: t.feeling,
                numeric: true,
                render: (theme) => <Feeling theme={theme} />,
                by: ({ feeling }) => feeling,
              },
              {
                key: "about",
                label: t.about,
                render: ({ touchpoints }) =>
                  touchpoints
                    .map(({ title, comments }) => `${title} (${format.number(comments)})`)
                    .join(", "),
              },
              {
                key: "quotes",
                label: t.quotes,
                render: ({ quotes }) =>
                  quotes.map(({ text, touchpoint }) => (
                    <blockquote key={text} className="theme-quote">
                      {text}
                      {touchpoint !== "" && <cite>{touchpoint}</cite>}
                    </blockquote>
                  )),
              },
            ]}
          />
          <p className="quiet">
            {t.none(format.number(found.none), format.number(found.comments))}{" "}
            {found.of > found.comments &&
              t.read(format.number(found.comments), format.number(found.of))}
          </p>
          <Why>{t.why}</Why>
        </>
      )}
    </section>
  );
}

function Feeling({ theme }: { readonly theme: Theme }) {
  const { feeling, answers, difference } = theme;
  const t = useText().themes;
  const format = useFormat();
  if (feeling === null) return <span className="quiet-cell">{format.number(null)}</span>;
  const sore = difference !== null && difference.high < 0;
  return (
    <span
      className="theme-feeling"
      data-few={answers < FEW || undefined}
      data-sore={sore || undefined}
    >
      {format.signed(feeling)} <small>{format.n(answers)}</small>
      {difference && (
        <small>
          {t.against(
            format.signed(difference.value),
            `${format.signed(difference.low)} – ${format.signed(difference.high)}`,
          )}
        </small>
      )}
    </span>
  );
}
