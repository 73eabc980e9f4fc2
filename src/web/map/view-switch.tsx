import { useText } from "../language/text.ts";

export type View = "map" | "list";

type Props = { readonly view: View; readonly onView: (view: View) => void };

/** Map or list, as two quiet words. */
export function ViewSwitch({ view, onView }: Props) {
  const t = useText().map;
  return (
    <div className="view-switch" role="group" aria-label={t.view}>
      {(["map", "list"] as const).map((one) => (
        <button key={one} type="button" aria-pressed={view === one} onClick={() => onView(one)}>
          {one === "map" ? t.asMap : t.asList}
        </button>
      ))}
    </div>
  );
}
