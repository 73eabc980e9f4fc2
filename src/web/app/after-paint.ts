/**
 * Does something once the frame that is being made is on the screen; gives what prevents it. A page that
 * nobody looks at makes no frames, and does not wait for one.
 */
export function afterPaint(then: () => void): () => void {
  const stop = new AbortController();
  const { port1, port2 } = new MessageChannel();
  const go = () => {
    if (stop.signal.aborted) return;
    end();
    then();
  };
  const end = () => {
    stop.abort();
    port1.close();
  };
  port1.addEventListener("message", go, stop);
  port1.start();
  if (document.hidden) port2.postMessage(null);
  else requestAnimationFrame(() => port2.postMessage(null));
  document.addEventListener("visibilitychange", go, stop);
  return end;
}
