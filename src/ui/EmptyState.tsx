import type { ReactNode } from "react";

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
  <div className="card-stack mx-auto my-6 w-full max-w-xl">
    <div className="index-card px-6 pt-10 pb-7 text-center [--head:1.6rem]">
      <h2 className="text-2xl font-bold">{title}</h2>
      {children ? <div className="mt-2 text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  </div>
);
