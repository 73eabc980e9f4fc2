import { createServer, type Server } from "node:http";
import { createServer as createSockets, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { AppError } from "../core/problem.ts";
import { createOutgoing } from "./outgoing.ts";
import { isNameable, isPublic } from "./public-address.ts";

test.each([
  "127.0.0.1",
  "127.8.9.10",
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "192.0.0.192",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "0:0:0:0:0:0:0:1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::ffff:8.8.8.8",
  "::FFFF:0808:0808",
  "::8.8.8.8",
  "64:ff9b::7f00:1",
  "64:ff9b:1::a9fe:a9fe",
  "2002:7f00:1::",
  "2001:0:4136:e378:8000:63bf:3fff:fdd2",
  "2001:db8::1",
  "3fff::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "2606:4700::1%eth0",
  "localhost",
  "",
  "0x7f.1",
])("%s is not on the internet", (address) => expect(isPublic(address)).toBe(false));

test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450::1"])(
  "%s is on the internet",
  (address) => expect(isPublic(address)).toBe(true),
);

test("an IPv6 address is public only inside 2000::/3, whatever it wraps", () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const first = /^([\da-f]{1,4}):/i.exec(address)?.[1];
      const inside = first !== undefined && (Number.parseInt(first, 16) & 0xe000) === 0x2000;
      if (!inside) expect(isPublic(address)).toBe(false);
    }),
  );
});

test("a named host may be on an own network, and never what a machine tells only itself", () => {
  const own = ["127.0.0.1", "10.0.0.1", "fd12::1", "::1", "::ffff:10.0.0.1", "8.8.8.8"];
  expect(own.filter((address) => !isNameable(address))).toEqual([]);
  const inward = ["169.254.169.254", "0.0.0.0", "fe80::1", "::", "fd00:ec2::254", "ff02::1"];
  const mapped = ["::ffff:169.254.169.254", "::ffff:a9fe:a9fe"];
  expect([...inward, ...mapped].filter((address) => isNameable(address))).toEqual([]);
});

const servers: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server | ReturnType<typeof createSockets>): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.told?.key : String(error)),
  );

test.each(["127.0.0.1", "[::1]", "2130706433", "0x7f.0.0.1", "127.1", "0177.0.0.1", "localhost."])(
  "a local server is not called as %s",
  async (host) => {
    let called = 0;
    const port = await listening(createServer((_, answer) => answer.end(String((called += 1)))));
    const outgoing = createOutgoing({ allow: [] });
    expect(await codeOf(outgoing.call(`http://${host}:${port}/`))).toBe("host-refused");
    expect(called).toBe(0);
  },
);

test("one inward address among several refuses the host, wherever it stands", async () => {
  const opened: string[] = [];
  for (const answer of [
    ["8.8.8.8", "10.0.0.1"],
    ["169.254.169.254", "8.8.8.8"],
    ["2606:4700::1", "::1"],
    [],
  ]) {
    const outgoing = createOutgoing({
      allow: [],
      resolve: async () =>
        answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      open: (address) => {
        opened.push(address);
        throw new Error("not to be opened");
      },
    });
    expect(await codeOf(outgoing.connect("two.example", 80))).toBe("host-refused");
  }
  expect(opened).toEqual([]);
});

test("a name is looked up once, and the address that was checked is the one that is called", async () => {
  const port = await listening(createServer((request, answer) => answer.end(request.headers.host)));
  const asked: string[] = [];
  const opened: string[] = [];
  const { connect } = await import("node:net");
  const outgoing = createOutgoing({
    allow: [],
    // A name server that answers well at first and turns inwards afterwards.
    resolve: async (host) => {
      asked.push(host);
      return [{ address: asked.length === 1 ? "93.184.216.34" : "127.0.0.1", family: 4 }];
    },
    open: (address) => {
      opened.push(address);
      return connect({ host: "127.0.0.1", port });
    },
  });
  const response = await outgoing.call(`http://Rebind.Example.:${port}/`);
  expect(await text(response)).toBe(`rebind.example.:${port}`);
  expect([asked, opened]).toEqual([["rebind.example"], ["93.184.216.34"]]);
  expect(await codeOf(outgoing.call(`http://rebind.example:${port}/`))).toBe("host-refused");
  expect(opened).toEqual(["93.184.216.34"]);
});

test("a host that whoever runs Spoor has named is called, on the port that he named", async () => {
  const port = await listening(createServer((_, answer) => answer.end("inside")));
  const named = createOutgoing({ allow: ["127.0.0.1"] });
  expect(await text(await named.call(`http://127.0.0.1:${port}/`))).toBe("inside");
  const onPort = createOutgoing({ allow: [`127.0.0.1:${port}`] });
  expect(await text(await onPort.call(`http://127.0.0.1:${port}/`))).toBe("inside");
  expect(await codeOf(onPort.connect("127.0.0.1", port + 1))).toBe("host-refused");
  expect(await codeOf(named.call(`http://localhost:${port}/`))).toBe("host-refused");
});

test("no redirect is followed", async () => {
  let followed = false;
  const port = await listening(
    createServer((request, answer) => {
      followed ||= request.url === "/secret";
      answer.writeHead(302, { location: "/secret" }).end();
    }),
  );
  const response = await createOutgoing({ allow: ["127.0.0.1"] }).call(`http://127.0.0.1:${port}/`);
  expect([response.statusCode, followed]).toEqual([302, false]);
  response.destroy();
});

test("an address that nobody answers at is passed over for the next", async () => {
  const port = await listening(createServer((_, answer) => answer.end("second")));
  const outgoing = createOutgoing({
    allow: ["pair.example"],
    resolve: async () => [
      { address: "127.0.0.2", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ],
  });
  expect(await text(await outgoing.call(`http://pair.example:${port}/`))).toBe("second");
});

test("what goes wrong is said as something one can act on", async () => {
  const outgoing = createOutgoing({ allow: ["127.0.0.1"] });
  const closed = createSockets();
  const port = await listening(closed);
  await new Promise((resolve) => closed.close(resolve));
  expect(await codeOf(outgoing.connect("127.0.0.1", port))).toBe("call-refused");
  expect(await codeOf(outgoing.connect("no-such-host.invalid", 80))).toBe("host-unknown");
  expect(await codeOf(outgoing.call("http://user:secret@127.0.0.1/"))).toBe("address-unfit");
  expect(await codeOf(outgoing.call("ftp://127.0.0.1/"))).toBe("address-unfit");
  const plain = await listening(createServer((_, answer) => answer.end()));
  expect(await codeOf(outgoing.call(`https://127.0.0.1:${plain}/`))).toMatch(/^call-/);
});

test("a call that is stopped ends", async () => {
  const port = await listening(createSockets(() => undefined));
  const stop = new AbortController();
  const outgoing = createOutgoing({ allow: ["127.0.0.1"] });
  const waiting = outgoing.call(`http://127.0.0.1:${port}/`, { signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  await expect(waiting).rejects.toThrow();
});
