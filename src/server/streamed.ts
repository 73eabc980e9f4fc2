/** One event of a stream; `id` is what a client that comes back says it has. */
export type Streamed<T> = { readonly id?: string; readonly event: T };

/** Bytes as the answer of an endpoint: all of them, or as they come. */
export type Download = {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Milliseconds between the signs of life that keep a stream open through proxies. */
const BEAT = 15_000;

/** Server-sent events, each named after its `type`, as fast as the client takes them. */
export function streamed(
  events: AsyncIterable<Streamed<unknown>>,
  over: AbortController,
  beat = BEAT,
): Response {
  const iterator = events[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let beating: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
      beating = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(":\n\n"));
      }, beat);
    },
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) {
        clearInterval(beating);
        if (!over.signal.aborted) controller.close();
        return;
      }
      controller.enqueue(encoder.encode(written(next.value)));
    },
    async cancel() {
      clearInterval(beating);
      over.abort();
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      // nginx and its kin would hold events back until a buffer is full.
      "X-Accel-Buffering": "no",
    },
  });
}

/** A file as a response. */
export function downloaded({ type, bytes, headers }: Download): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}

function written({ id, event }: Streamed<unknown>): string {
  const type =
    typeof event === "object" && event !== null && "type" in event ? String(event.type) : "message";
  return `event: ${type}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(event)}\n\n`;
}
