import type { Connection } from "@/client/live-store";
import { gameWords } from "@/messages/en/game";
import { cx } from "@/ui/cx";
import { Icon } from "@/ui/Icon";

/** How this screen stands with the server, always in sight. */
export const ConnectionState = ({
  connection,
  quiet = false,
}: {
  connection: Connection;
  /** Only the sign while all is well; the words come when something is wrong. */
  quiet?: boolean;
}) => {
  const well = connection === "connected";
  const words = gameWords.connection[connection];
  return (
    <span
      data-connection={connection}
      className={cx(
        "inline-flex items-center gap-1.5 rounded-md font-semibold",
        well ? "text-good" : "bg-warn-low px-2 py-0.5 text-warn",
      )}
    >
      <Icon name={well ? "online" : "offline"} />
      <span className={cx(well && quiet && "sr-only")}>{words}</span>
    </span>
  );
};
