import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { streamed, type Streamed } from "./streamed.ts";

/** Two events, then nothing until it is over. */
async function* two(signal: AbortSignal, ended: () => void): AsyncGenerator<Streamed<unknown>> {
  try {
    yield { id: "7", event: { type: "map", text: "a\nb" } };
    yield { event: { type: "changed" } };
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  } finally {
    ended();
  }
}

test("events are told one by one, with signs of life in between, until the client goes", async () => {
  const over = new AbortController();
  let ends = 0;
  const response = streamed(
    two(over.signal, () => (ends += 1)),
    over,
    10,
  );
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (!text.includes(":\n\n:\n\n")) {
    const { value } = await reader.read();
    text += decoder.decode(value, { stream: true });
    await pause(1);
  }
  expect(text.replaceAll(":\n\n", "")).toBe(
    'retry: 1000\n\nevent: map\nid: 7\ndata: {"type":"map","text":"a\\nb"}\n\n' +
      'event: changed\ndata: {"type":"changed"}\n\n',
  );
  await reader.cancel();
  expect([over.signal.aborted, ends]).toEqual([true, 1]);
});

test("a stream that ends by itself ends the response", async () => {
  const over = new AbortController();
  async function* one(): AsyncGenerator<Streamed<unknown>> {
    yield { event: { type: "map" } };
  }
  const text = await streamed(one(), over).text();
  expect(text).toBe('retry: 1000\n\nevent: map\ndata: {"type":"map"}\n\n');
});
