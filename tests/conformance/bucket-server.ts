import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A small server that answers as S3 does to listing and reading, and checks signatures (AWS SigV4). */
export type BucketServer = Disposable & {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Keys that were read, in order. */
  readonly read: string[];
};

export const bucketKey = { accessKey: "AKSPOOR", secret: "the/secret+of the key", region: "eu-1" };

export async function startBucket(name: string, atOnce = 2): Promise<BucketServer> {
  const objects = new Map<string, Buffer>();
  const read: string[] = [];
  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (!isSigned(request, url)) {
      answer.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
      return;
    }
    const [, bucket, ...rest] = url.pathname.split("/");
    const key = rest.map(decodeURIComponent).join("/");
    if (bucket !== name) {
      answer.writeHead(404).end("<Error><Code>NoSuchBucket</Code></Error>");
      return;
    }
    if (key === "") {
      answer.end(listing(objects, url.searchParams, atOnce));
      return;
    }
    const body = objects.get(key);
    if (!body) {
      answer.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
      return;
    }
    read.push(key);
    answer.writeHead(200, { etag: tagOf(body) }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    read,
    [Symbol.dispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listing(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams, atOnce: number) {
  const prefix = query.get("prefix") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  const from = Number(query.get("continuation-token") ?? 0);
  const page = keys.slice(from, from + atOnce);
  const more = from + atOnce < keys.length;
  const contents = page.map((key) => {
    const body = objects.get(key)!;
    const named = encodeURIComponent(key).replaceAll("%20", "+");
    const tag = tagOf(body).replaceAll('"', "&quot;");
    return `<Contents><Key>${named}</Key><LastModified>2026-03-01T00:00:00Z</LastModified><ETag>${tag}</ETag><Size>${body.length}</Size></Contents>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${more}</IsTruncated>${contents.join("")}${more ? `<NextContinuationToken>${from + atOnce}</NextContinuationToken>` : ""}</ListBucketResult>`;
}

function tagOf(body: Buffer): string {
  return `"${createHash("md5").update(body).digest("hex")}"`;
}

/** The rule of AWS Signature Version 4, written down once more so that the sender is not its own judge. */
function isSigned(request: IncomingMessage, url: URL): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, id, day, region, signed, signature] =
    form.exec(request.headers.authorization ?? "") ?? [];
  if (id !== bucketKey.accessKey || region !== bucketKey.region || !day || !signed) return false;
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const mac = (key: string | Buffer, text: string) =>
    createHmac("sha256", key).update(text).digest();
  const encoded = (text: string) =>
    encodeURIComponent(text).replaceAll(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join("&");
  const headers = signed
    .split(";")
    .map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`)
    .join("");
  const content = String(request.headers["x-amz-content-sha256"] ?? "UNSIGNED-PAYLOAD");
  const asked = [request.method, url.pathname, query, headers, signed, content].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const date = String(request.headers["x-amz-date"]);
  const text = ["AWS4-HMAC-SHA256", date, scope, hash(asked)].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    mac,
    `AWS4${bucketKey.secret}`,
  );
  return createHmac("sha256", key).update(text).digest("hex") === signature;
}
