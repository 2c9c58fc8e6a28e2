import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { addressesOf, lanAddress } from "./addresses";

function ipv4(address: string, internal = false): NetworkInterfaceInfo {
  return { address, internal, family: "IPv4", netmask: "255.255.255.0", mac: "", cidr: null };
}

const ipv6: NetworkInterfaceInfo = { ...ipv4("fe80::1"), family: "IPv6", scopeid: 0 };

describe("the address for phones", () => {
  it.each([
    ["nothing but itself", { lo: [ipv4("127.0.0.1", true)] }, undefined],
    [
      "a home network",
      { lo: [ipv4("127.0.0.1", true)], wlan0: [ipv6, ipv4("192.168.1.20")] },
      "192.168.1.20",
    ],
    ["a school network", { eth0: [ipv4("10.20.30.40")] }, "10.20.30.40"],
    ["a public address", { eth0: [ipv4("203.0.113.5")] }, "203.0.113.5"],
    ["no lease", { en0: [ipv4("169.254.7.7")] }, undefined],
    ["Docker beside it", { docker0: [ipv4("172.17.0.1")], en0: [ipv4("10.0.0.5")] }, "10.0.0.5"],
    ["a tunnel beside it", { tailscale0: [ipv4("192.168.9.9")], en0: [ipv4("172.16.0.5")] }, "172.16.0.5"],
    ["only a virtual bridge", { virbr0: [ipv4("192.168.122.1")] }, "192.168.122.1"],
    ["IPv6 alone", { en0: [ipv6] }, undefined],
  ])("of a computer with %s", (_what, interfaces, expected) => {
    expect(lanAddress(interfaces)).toBe(expected);
  });

  it("is the public one where it is given", () => {
    const place = { port: 3000, basePath: "/quiz", publicUrl: "https://example.org/quiz" };
    expect(addressesOf(place, { en0: [ipv4("10.0.0.5")] })).toEqual({
      local: "http://localhost:3000/quiz",
      phones: "https://example.org/quiz",
    });
  });

  it("carries the port and the path prefix", () => {
    const place = { port: 4000, basePath: "/quiz", publicUrl: undefined };
    expect(addressesOf(place, { en0: [ipv4("10.0.0.5")] }).phones).toBe("http://10.0.0.5:4000/quiz");
  });
});
