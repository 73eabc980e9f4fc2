import { rememberedName, rememberName, useRememberedName } from "../../map/edit/identity.ts";
import { useLanguage } from "../../language/language.ts";
import { requestText } from "./text.ts";

/** Who does something here, by the name that this browser keeps. */
export function useActor(): string | null {
  const name = useRememberedName();
  return name === null || name.trim() === "" ? null : name.trim();
}

/** Asks who it is, where this browser does not know yet. */
export function ActorField() {
  const t = requestText[useLanguage()];
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
