import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { AwsV4Signer } from "aws4fetch";
import { z } from "zod";
import type { BucketOrigin } from "../../../core/event/pull/origin.ts";
import { fits } from "../../../core/event/source-of-file.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Outgoing } from "../../outgoing.ts";
import { readListing } from "./bucket-listing.ts";
import type { Shelf } from "./shelf.ts";

/** Longest listing that is read, in characters: a thousand keys of a kilobyte, escaped. */
const LISTING = 16 << 20;

/** Objects of a bucket, whoever keeps it, in the path style that all know. */
export function bucketShelf(
  { outgoing, now }: { readonly outgoing: Outgoing; readonly now: () => number },
  origin: BucketOrigin,
  secret: string | null,
  signal: AbortSignal,
): Shelf {
  const { endpoint, region, bucket, prefix, files, accessKey } = origin;
  const { host } = new URL(endpoint);

  async function call(url: string): Promise<IncomingMessage> {
    if (accessKey === null) return outgoing.call(url, { signal });
    const datetime = new Date(now()).toISOString().replaceAll(/[:-]|\.\d{3}/g, "");
    const signer = new AwsV4Signer({
      url,
      accessKeyId: accessKey,
      secretAccessKey: secret ?? "",
      service: "s3",
      region,
      datetime,
    });
    const { headers } = await signer.sign();
    return outgoing.call(url, { headers: Object.fromEntries(headers), signal });
  }

  async function answered(url: string): Promise<IncomingMessage> {
    const answer = await call(url);
    const { statusCode: status = 0 } = answer;
    if (status === 200) return answer;
    const said = status >= 400 ? await bounded(answer).catch(() => "") : "";
    answer.destroy();
    if (status >= 300 && status < 400)
      throw new AppError("bad-request", message("pull-no-bucket", { bucket }));
    if (status === 401 || status === 403)
      throw new AppError("bad-request", message("pull-bucket-key", { bucket }));
    if (status === 404 && !/NoSuchKey/.test(said))
      throw new AppError("bad-request", message("pull-no-bucket", { bucket }));
    throw new AppError("unavailable", message("call-answered", { host, status }));
  }

  return {
    async *list() {
      let token: string | null = null;
      do {
        const query = new URLSearchParams({
          "list-type": "2",
          "encoding-type": "url",
          "max-keys": "1000",
          ...(prefix !== "" && { prefix }),
          ...(token !== null && { "continuation-token": token }),
        });
        const answer = await answered(`${base(endpoint)}/${bucket}?${spaced(query)}`);
        const listing = readListing(await bounded(answer));
        if (!listing) throw new AppError("bad-request", message("pull-not-bucket", { host }));
        yield listing.objects.filter(({ name, bytes }) => bytes !== 0 && isMeant(files, name));
        token = listing.next;
      } while (token !== null);
    },
    async open({ name, mark }) {
      const path = name.split("/").map(encodeKey).join("/");
      const answer = await answered(`${base(endpoint)}/${bucket}/${path}`);
      return { mark: z.string().safeParse(answer.headers.etag).data ?? mark, bytes: answer };
    },
  };
}

/** Files that are meant: neither hidden, nor a tool's own, nor on their way. */
export function isMeant(pattern: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "" || /^[._]|\.(?:tmp|part|partial|filepart|crdownload)$/i.test(name)) return false;
  return fits(pattern, name);
}

function base(endpoint: string): string {
  return endpoint.replace(/\/+$/, "");
}

/** S3 signs a space as %20. */
function spaced(query: URLSearchParams): string {
  return query.toString().replaceAll("+", "%20");
}

function encodeKey(part: string): string {
  return encodeURIComponent(part).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

async function bounded(answer: IncomingMessage): Promise<string> {
  let length = 0;
  answer.on("data", (part: Buffer) => {
    length += part.length;
    if (length > LISTING) answer.destroy(new Error("the answer is too long"));
  });
  return text(answer);
}
