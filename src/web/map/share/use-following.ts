import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { endpoints } from "../../../protocol/endpoint.ts";
import { addressOf } from "../../app/client.ts";

/** Where many write at once, what is shown is asked anew this often at most, in milliseconds. */
const CALM = 400;
/** A stream that the server does not take up is tried again after so many milliseconds. */
const LATER = 5000;

/** Asks anew for what a link shows each time the server tells that it changed, or that it is over. */
export function useFollowing(secret: string, there: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!there) return;
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    let stream = follow();

    function again(name: "shared" | "joined"): void {
      if (timers.has(name)) return;
      const ask = () => {
        timers.delete(name);
        void queries.invalidateQueries({
          predicate: ({ queryKey: [of, params] }) =>
            of === name && (params as { secret?: string }).secret === secret,
        });
      };
      timers.set(name, setTimeout(ask, CALM));
    }

    function follow(): EventSource {
      const opened = new EventSource(addressOf(endpoints.sharedLive, { secret }));
      opened.addEventListener("map", () => again("shared"));
      opened.addEventListener("changed", () => again("joined"));
      opened.addEventListener("open", () => again("joined"));
      opened.addEventListener("error", () => {
        again("shared");
        again("joined");
        if (opened.readyState !== EventSource.CLOSED || timers.has("stream")) return;
        timers.set(
          "stream",
          setTimeout(() => {
            timers.delete("stream");
            stream = follow();
          }, LATER),
        );
      });
      return opened;
    }

    return () => {
      stream.close();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [secret, there, queries]);
}
