import { Fragment } from "react";
import type { CSSProperties, ReactNode } from "react";
import { richText } from "../../core/map/rich-text.ts";
import type { Block, Inline, Line } from "../../core/map/rich-text.ts";
import type { EvidenceKind } from "../../core/map/sheet/column.ts";
import { Mark, MarkedText } from "./mark.tsx";
import { softened } from "./soft-hyphen.ts";
import "./rich-text.css";

type Props = {
  readonly text: string;
  /** What it rests on, where that is said behind its last word. */
  readonly kind?: EvidenceKind | null;
  /** In a cell of the grid, which is one stop of the keyboard; the drawer has the same links. */
  readonly inCell?: boolean;
  readonly className?: string;
  readonly style?: CSSProperties;
};

/** A text with the emphasis, lists and links that it may have. */
export function RichText({ text, kind = null, inCell = false, className, style }: Props) {
  const blocks = richText(text);
  const [only, ...more] = blocks;
  const bare = more.length === 0 && only?.is === "paragraph" ? bareText(only.lines) : null;
  return (
    <div className={className === undefined ? "rich" : `rich ${className}`} style={style}>
      {bare !== null && kind !== null ? (
        <p>
          <MarkedText text={bare} kind={kind} />
        </p>
      ) : (
        blocks.map((block, at) => (
          <Part
            key={at}
            block={block}
            mark={kind !== null && at === blocks.length - 1 ? <Mark kind={kind} /> : null}
            inCell={inCell}
          />
        ))
      )}
    </div>
  );
}

function bareText([line, ...more]: readonly Line[]): string | null {
  const [piece, ...others] = line ?? [];
  return piece?.is === "text" && others.length + more.length === 0 ? piece.text : null;
}

type PartProps = {
  readonly block: Block;
  readonly mark: ReactNode;
  readonly inCell: boolean;
};

function Part({ block, mark, inCell }: PartProps) {
  const lines = block.is === "list" ? block.items : block.lines;
  const ending = (at: number) => mark !== null && at === lines.length - 1 && <> {mark}</>;
  if (block.is === "paragraph") {
    return (
      <p>
        {lines.map((line, at) => (
          <Fragment key={at}>
            {at > 0 && <br />}
            <Words line={line} inCell={inCell} />
            {ending(at)}
          </Fragment>
        ))}
      </p>
    );
  }
  const items = lines.map((line, at) => (
    <li key={at}>
      <Words line={line} inCell={inCell} />
      {ending(at)}
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

type WordsProps = { readonly line: Line; readonly inCell: boolean };

function Words({ line, inCell }: WordsProps) {
  return line.map((piece, at) => <Piece key={at} piece={piece} inCell={inCell} />);
}

function Piece({ piece, inCell }: { readonly piece: Inline; readonly inCell: boolean }) {
  if (piece.is === "text") return softened(piece.text);
  const words = <Words line={piece.of} inCell={inCell} />;
  switch (piece.is) {
    case "strong":
      return <strong>{words}</strong>;
    case "emphasis":
      return <em>{words}</em>;
    case "link":
      return (
        <a
          href={piece.to}
          target="_blank"
          rel="noopener noreferrer nofollow"
          data-own
          tabIndex={inCell ? -1 : undefined}
        >
          {words}
        </a>
      );
  }
}
