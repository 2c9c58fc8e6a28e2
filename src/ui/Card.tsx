import type { ComponentProps } from "react";
import { cx } from "./cx";

/** A sheet of paper on the desk. */
export const Card = ({ className, ...rest }: ComponentProps<"div">) => (
  <div className={cx("paper p-5", className)} {...rest} />
);
