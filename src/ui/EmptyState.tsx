import type { ReactNode } from "react";
import { IndexCard } from "./IndexCard";

/** Nothing here yet: says what will stand here and how to begin. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <IndexCard className="mx-auto my-6 w-full max-w-xl" bodyClassName="px-6 pt-5 pb-7 text-center">
    <h2 className="text-2xl font-bold">{title}</h2>
    {children ? <div className="mt-2 text-ink-soft">{children}</div> : null}
    {action ? <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div> : null}
  </IndexCard>
);
