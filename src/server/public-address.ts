import { BlockList, isIP } from "node:net";

/** Special-purpose addresses of IPv4 (IANA registry): private, loopback, link-local, metadata, multicast and more. */
const special4 = subnets("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
]);

/** Of IPv6 only this is reachable over the internet; all forms that wrap an IPv4 address lie outside it … */
const global6 = subnets("ipv6", [["2000::", 3]]);

/** … but for these: Teredo and other protocol assignments, 6to4, documentation. */
const special6 = subnets("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

/** Never meant, whoever allows the host by its name: what a machine or its cloud tells only itself. */
const linkLocal4 = subnets("ipv4", [
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
]);
const linkLocal6 = subnets("ipv6", [
  ["::", 128],
  ["fe80::", 10],
  ["ff00::", 8],
  ["fd00:ec2::254", 128],
]);

/** Is this address of a machine on the internet, as far as an address tells? Text that is no address is not. */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special4.check(address, "ipv4");
  if (version !== 6 || address.includes("%")) return false;
  return global6.check(address, "ipv6") && !special6.check(address, "ipv6");
}

/** Is this an address that a named host of an own network may have? */
export function isNameable(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !linkLocal4.check(address, "ipv4");
  if (version !== 6 || address.includes("%")) return false;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return isNameable(mapped);
  // A BlockList sees the IPv4 address in a mapped one, however it is written.
  return !linkLocal6.check(address, "ipv6") && !linkLocal4.check(address, "ipv6");
}

function subnets(family: "ipv4" | "ipv6", of: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of of) list.addSubnet(net, prefix, family);
  return list;
}
