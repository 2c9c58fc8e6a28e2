import type { HostPhase, HostView } from "@/contract/views";
import { RankList } from "@/features/game/RankList";
import { hostWords } from "@/messages/en/host";

/** As many rows as stand on a projector without scrolling. */
const ROWS_SHOWN = 8;

/** Who stands where, and who overtook whom. */
export const Standings = ({
  view,
  phase,
}: {
  view: HostView;
  phase: Extract<HostPhase, { name: "standings" }>;
}) => {
  const title = hostWords.standings.title(phase.roundNumber);
  return (
    <div className="mx-auto grid max-w-[52rem] gap-4 pt-2">
      <h1 className="text-[2.4rem] font-extrabold small:text-[1.6rem]">{title}</h1>
      {view.settings.standings === "private" ? (
        <p className="text-[1.3rem]">{hostWords.standings.private}</p>
      ) : (
        <div className="text-[1.45rem] small:text-[1rem]">
          <RankList label={title} rows={phase.rows.slice(0, ROWS_SHOWN)} round={String(phase.roundNumber)} />
        </div>
      )}
    </div>
  );
};
