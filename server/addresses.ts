import type { NetworkInterfaceInfo } from "node:os";

/** Interfaces of virtual machines, containers and tunnels: phones in the room cannot reach them. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vbox|vmnet|vmenet|utun|tun|tap|wg|tailscale|zt|bridge|cni|flannel|podman|lxc|lxd|vEthernet)/i;

/** Private ranges in the order in which home and school networks use them. */
const PRIVATE_RANGES = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];
const LINK_LOCAL = /^169\.254\./;

export interface Addresses {
  /** For a browser on this computer. */
  local: string;
  /** For phones, without a trailing slash; undefined where this computer is in no network. */
  phones: string | undefined;
}

/**
 * The addresses to show.
 * @param interfaces as `os.networkInterfaces()` gives them.
 */
export function addressesOf(
  { port, basePath, publicUrl }: { port: number; basePath: string; publicUrl: string | undefined },
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>,
): Addresses {
  const lan = lanAddress(interfaces);
  const at = (host: string) => `http://${host}:${port}${basePath}`;
  return { local: at("localhost"), phones: publicUrl ?? (lan && at(lan)) };
}

/** The IPv4 address by which other devices in the room most likely reach this computer. */
export function lanAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string | undefined {
  const candidates = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ family, internal, address }) => family === "IPv4" && !internal && !LINK_LOCAL.test(address))
      .map(({ address }) => ({ address, rank: (VIRTUAL.test(name) ? 10 : 0) + rangeRank(address) })),
  );
  return candidates.sort((a, b) => a.rank - b.rank)[0]?.address;
}

function rangeRank(address: string): number {
  const range = PRIVATE_RANGES.findIndex((pattern) => pattern.test(address));
  return range === -1 ? PRIVATE_RANGES.length : range;
}
