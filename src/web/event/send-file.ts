import { endpoints } from "../../protocol/endpoint.ts";
import { Refusal, addressOf, readAnswer } from "../app/client.ts";
import type { Answer } from "../app/client.ts";

/**
 * Sends a file and tells how far it is (0 … 1). Done with XMLHttpRequest, since `fetch` does not
 * report the progress of what it sends.
 */
export function sendFile(
  workspace: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Answer<"upload">> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", addressOf(endpoints.upload, { workspace, name: file.name }));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener("load", () => {
      try {
        const ok = request.status >= 200 && request.status < 300;
        resolve(readAnswer("upload", ok, request.responseText));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener("error", () => reject(new Refusal("unreachable", file.name)));
    request.send(file);
  });
}
