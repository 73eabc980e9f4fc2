import { Link } from "@tanstack/react-router";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useLanguage } from "../../language/language.ts";
import { portfolioText } from "./text.ts";

/** The way to the journey that a touchpoint opens; nothing for people outside. */
export function OpenedJourney({ map }: { readonly map: string }) {
  const workspace = useWorkspaceSlug();
  return workspace === "" ? null : <Way workspace={workspace} map={map} />;
}

function Way({ workspace, map }: { readonly workspace: string; readonly map: string }) {
  const t = portfolioText[useLanguage()];
  const title = useAnswer("maps", { workspace }).data?.find(({ id }) => id === map)?.title;
  if (title === undefined) return null;
  return (
    <p>
      {t.opens}{" "}
      <Link to="/w/$workspace/map/{-$map}" params={{ workspace, map }} search={{}}>
        {title}
      </Link>
    </p>
  );
}
