import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/client.ts";
import { useLanguage } from "../../language/language.ts";
import { rememberedName } from "../edit/identity.ts";
import { rememberedSecret, rememberSecret } from "./guest-link.ts";
import { workshopText } from "./text.ts";

export type Which = { readonly workspace: string; readonly map: string; readonly workshop: string };

/** The secret of a workshop's link as far as this browser knows it, and the way to make one more. */
export function useInvitation(which: Which) {
  const t = workshopText[useLanguage()];
  const [secret, setSecret] = useState(() => rememberedSecret(which.workshop));
  const more = useMutation({
    mutationFn: () =>
      call("inviteToWorkshop", { ...which, body: { author: rememberedName() ?? t.someone } }),
    onSuccess: (made) => {
      rememberSecret(which.workshop, made.secret);
      setSecret(made.secret);
    },
  });
  return { secret, more };
}
