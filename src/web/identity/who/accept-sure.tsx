import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { whoText } from "./text.ts";

/** All sure pairs at once, after it was said how many that are. */
export function AcceptSure(props: {
  readonly workspace: string;
  readonly sure: number;
  readonly by: string | null;
}) {
  const { workspace, sure, by } = props;
  const t = whoText[useLanguage()].review;
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const accept = useMutation({
    mutationFn: () => call("acceptSure", { workspace, body: { by: by ?? "" } }),
    onSuccess: async () => {
      setAsked(false);
      await queries.invalidateQueries({ queryKey: ["who"] });
      await queries.invalidateQueries({ queryKey: ["decisions"] });
      await queries.invalidateQueries({ queryKey: ["reviewList"] });
    },
  });
  return (
    <div className="who-sure">
      <p>
        {asked ? t.acceptSure(sure) : t.sure(sure)}{" "}
        {asked ? (
          <>
            <button
              type="button"
              className="button"
              disabled={accept.isPending}
              onClick={() => accept.mutate()}
            >
              {t.acceptAll(sure)}
            </button>{" "}
            <button type="button" className="link-button" onClick={() => setAsked(false)}>
              {t.cancel}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="link-button"
            disabled={by === null}
            onClick={() => setAsked(true)}
          >
            {t.acceptAll(sure)}
          </button>
        )}
      </p>
      {accept.error && <Trouble error={accept.error} />}
    </div>
  );
}
