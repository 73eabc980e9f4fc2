import { useEffect } from "react";

/** Takes the whole screen as long as this stands; leaving it by the browser's own key is leaving this. */
export function useFullScreen(leave: () => void): void {
  useEffect(() => {
    const root = document.documentElement;
    let taken = false;
    // Refused in a frame of another site, and on some phones: then the page is all there is.
    root.requestFullscreen?.().then(
      () => {
        taken = true;
      },
      () => undefined,
    );
    const onChange = () => {
      if (taken && document.fullscreenElement === null) leave();
    };
    document.addEventListener("fullscreenchange", onChange);
    return () => {
      document.removeEventListener("fullscreenchange", onChange);
      if (document.fullscreenElement === root) void document.exitFullscreen();
    };
  }, [leave]);
}
