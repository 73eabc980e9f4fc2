import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Element } from "../../../../core/map/elements.ts";
import type { NewId } from "../../../../core/map/plan/plan.ts";
import { useText } from "../../../language/text.ts";
import { PartTalk } from "../../talk/part-talk.tsx";
import { useEditing } from "../editing.ts";

type Props<Item> = {
  /** The element that holds the list, and the list's name. */
  readonly of: { readonly id: string };
  readonly list: string;
  readonly items: readonly Item[];
  readonly title: string;
  /** One of them: "pain point". */
  readonly one: string;
  /** What makes a good one, in a sentence; told while there is none. */
  readonly teach?: string;
  readonly name: (item: Item) => string;
  /** A new one, with ids from the given function; without it none can be added. */
  readonly fresh?: (newId: NewId) => Element;
  readonly children: (item: Item) => ReactNode;
};

/** A list of parts of the map: add, change, take away, move. */
export function Items<Item extends { readonly id: string }>(props: Props<Item>) {
  const { of, list, items, title, one, teach, name, fresh, children } = props;
  const editing = useEditing();
  const t = useText().inspect;
  const [added, setAdded] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (added === null) return;
    const field = body.current?.querySelector<
      HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
    >(`[data-item="${added}"] :is(input, textarea, select)`);
    field?.focus();
    if (field && "select" in field) field.select();
  }, [added]);

  if (!editing) return null;
  const { edit, newId } = editing;

  function add(element: Element) {
    const last = items.at(-1)?.id ?? null;
    if (edit({ do: "add", to: of.id, list, after: last, element }, t.added(one)))
      setAdded(element.id);
  }

  function move(at: number, by: -1 | 1) {
    const item = items[at];
    if (!item) return;
    const before = by === 1 ? items[at + 1]?.id : items[at - 2]?.id;
    edit({ do: "move", at: item.id, to: of.id, after: before ?? null }, t.moved(name(item)));
  }

  return (
    <div role="group" ref={body} className="inspect-section" data-list={list} aria-label={title}>
      {items.length > 0 && <h3>{title}</h3>}
      {items.map((item, at) => (
        <div
          key={item.id}
          className="inspect-item"
          data-item={item.id}
          role="group"
          aria-label={name(item)}
        >
          {children(item)}
          <p className="inspect-tools">
            <button
              type="button"
              className="word-button"
              aria-label={t.up(name(item))}
              aria-disabled={at === 0}
              onClick={() => at > 0 && move(at, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="word-button"
              aria-label={t.down(name(item))}
              aria-disabled={at === items.length - 1}
              onClick={() => at < items.length - 1 && move(at, 1)}
            >
              ↓
            </button>
            <button
              type="button"
              className="word-button"
              aria-label={t.remove(name(item))}
              onClick={() => edit({ do: "remove", at: item.id }, t.removed(name(item)))}
            >
              {t.takeAway}
            </button>
          </p>
          <PartTalk element={item.id} name={name(item)} />
        </div>
      ))}
      {fresh && (
        <button type="button" className="inspect-add" onClick={() => add(fresh(newId))}>
          {t.add(one)}
          {items.length === 0 && teach && <span>{teach}</span>}
        </button>
      )}
    </div>
  );
}
