import type { Accounts } from "./accounts";

/** The teachers' door for sockets that are there before it has been loaded: they wait for it. */
export function accountsLater(
  accounts: Promise<Accounts>,
): Pick<Accounts, "teacherFromHeaders" | "onLoginsEnded"> {
  return {
    teacherFromHeaders: async (headers) => (await accounts).teacherFromHeaders(headers),
    onLoginsEnded(listener) {
      let wanted = true;
      let stop = () => {};
      void accounts.then(({ onLoginsEnded }) => {
        if (wanted) stop = onLoginsEnded(listener);
      });
      return () => {
        wanted = false;
        stop();
      };
    },
  };
}
