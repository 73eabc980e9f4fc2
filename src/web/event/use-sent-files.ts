import { useState } from "react";
import { sendFile } from "./send-file.ts";

export type SentFile = {
  readonly key: number;
  readonly file: File;
  /** How much is sent, 0 … 1. */
  readonly share: number;
  /** Its name at the server, once it is there. */
  readonly upload: string | null;
  readonly error: unknown;
};

let last = 0;

/** Files on their way to the server, and those that arrived. */
export function useSentFiles(workspace: string) {
  const [files, setFiles] = useState<readonly SentFile[]>([]);

  function change(key: number, change: Partial<SentFile>) {
    setFiles((before) => before.map((each) => (each.key === key ? { ...each, ...change } : each)));
  }

  async function send({ key, file }: SentFile) {
    try {
      const { upload } = await sendFile(workspace, file, (share) => change(key, { share }));
      change(key, { upload, share: 1 });
    } catch (error) {
      change(key, { error });
    }
  }

  function add(chosen: readonly File[]) {
    const more = chosen.map((file): SentFile => ({
      key: ++last,
      file,
      share: 0,
      upload: null,
      error: null,
    }));
    setFiles((before) => [...before, ...more]);
    for (const each of more) void send(each);
  }

  return {
    files,
    add,
    remove: (key: number) => setFiles((before) => before.filter((each) => each.key !== key)),
    clear: () => setFiles([]),
  };
}
