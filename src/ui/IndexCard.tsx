import type { CSSProperties, ReactNode } from "react";
import { cx } from "./cx";

/**
 * An index card: a head above the red line, and the writing below it.
 * @param ruled blue lines under the writing, one per line of text of the body's own size.
 * @param stacked more cards lie under this one.
 */
export const IndexCard = ({
  head,
  ruled = false,
  stacked = true,
  className,
  bodyClassName,
  style,
  children,
}: {
  head?: ReactNode;
  ruled?: boolean;
  stacked?: boolean;
  className?: string;
  bodyClassName?: string;
  /** For the body, where the size of the writing is worked out. */
  style?: CSSProperties;
  children: ReactNode;
}) => (
  <div className={cx("flex min-h-0 flex-col", stacked && "card-stack", className)}>
    <div className="index-card flex min-h-0 flex-1 flex-col">
      <div className="index-card-head">{head}</div>
      <div className={cx("min-h-0 flex-1", ruled && "index-card-ruled", bodyClassName)} style={style}>
        {children}
      </div>
    </div>
  </div>
);
