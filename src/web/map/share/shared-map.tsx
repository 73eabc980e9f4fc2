import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Journey } from "../../../core/map/journey.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { addressOf, call } from "../../app/client.ts";
import { PaintedProvider } from "../../app/painted.tsx";
import { Trouble } from "../../app/trouble.tsx";
import { useLanguage } from "../../language/language.ts";
import { MapPage } from "../map-page.tsx";
import { PictureAddress } from "../picture-address.ts";
import { shareText } from "./text.ts";

type Props = {
  readonly secret: string;
  readonly shared: { readonly figures: boolean; readonly journey: Journey };
};

/** A map for people outside: as it is now, and only to be read. */
export function SharedMap({ secret, shared: { figures, journey } }: Props) {
  const t = shareText[useLanguage()];
  const [open, setOpen] = useState<string | null>(null);
  const overlay = useQuery({
    queryKey: ["sharedOverlay", { secret }],
    queryFn: ({ signal }) => call("sharedOverlay", { secret }, signal),
    enabled: figures,
  });
  const address = useCallback(
    (hash: string) => addressOf(endpoints.sharedPicture, { secret, hash }),
    [secret],
  );
  if (overlay.isLoadingError) {
    return <Trouble error={overlay.error} onAgain={() => void overlay.refetch()} />;
  }
  return (
    <main className="shared-map">
      <PictureAddress value={address}>
        <PaintedProvider>
          <MapPage
            journey={journey}
            overlay={overlay.data ?? null}
            figures={figures}
            stale={false}
            filtered={false}
            persona={null}
            open={open}
            detail={undefined}
            onOpen={setOpen}
            filterBar={null}
            person={(_, name) => name}
          />
        </PaintedProvider>
      </PictureAddress>
      <p className="shared-made quiet">{t.made}</p>
    </main>
  );
}
