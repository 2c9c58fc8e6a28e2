/** An address as people type it: without the scheme and the slash at its end. */
export const bareAddress = (url: string): string => url.replace(/^https?:\/\//, "").replace(/\/$/, "");

/** The address that opens the join page with the PIN filled in. */
export const joinAddress = (joinUrl: string, pin: string): string => {
  const url = new URL(joinUrl);
  url.searchParams.set("pin", pin);
  return url.href;
};

/** The address that makes a device a second host. The code stands behind the #, which browsers send to nobody. */
export const remoteAddress = (joinUrl: string, code: string): string =>
  `${joinUrl.replace(/\/$/, "")}/remote#${code}`;
