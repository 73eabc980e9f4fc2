import { createContext, useContext, useState, type ReactNode } from "react";
import { rememberedName, rememberName, useRememberedName } from "../../map/edit/identity.ts";
import { useLanguage } from "../../language/language.ts";
import { requestText } from "./text.ts";
import "./actor.css";

/** Who does something here, by the name that this browser keeps. */
export function useActor(): string | null {
  const name = useRememberedName();
  return name === null || name.trim() === "" ? null : name.trim();
}

const Asked = createContext(false);

/** Asks once who it is, where this browser does not know yet, for all that is done in what stands below. */
export function ActorOnce({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <UnknownActor />
      <Asked value>{children}</Asked>
    </>
  );
}

/** Asks who it is where this browser does not know yet; the name stays to be typed to its end. */
export function UnknownActor({ apart }: { readonly apart?: boolean }) {
  const [named] = useState(useActor() !== null);
  return named ? null : <ActorField apart={apart ?? false} />;
}

/** Asks who it is, unless that is asked above; a sheet lies over what is, and asks `apart`. */
export function ActorField({ apart = false }: { readonly apart?: boolean }) {
  const t = requestText[useLanguage()];
  const asked = useContext(Asked);
  if (asked && !apart) return null;
  return (
    <label className="actor">
      <span className="field-label">{t.name}</span>
      <input
        required
        maxLength={80}
        autoComplete="name"
        defaultValue={rememberedName() ?? ""}
        onChange={(event) => rememberName(event.target.value)}
      />
      <span className="quiet">{t.nameHint}</span>
    </label>
  );
}
