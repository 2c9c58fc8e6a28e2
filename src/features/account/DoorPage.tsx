import type { ReactNode } from "react";
import { commonWords } from "@/messages/en/common";
import { Brand } from "@/ui/Brand";

/** A page before the desk: one card on the stage. */
export const DoorPage = ({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) => (
  <div className="stage flex min-h-dvh flex-col">
    <div className="valance" aria-hidden="true" />
    <main className="mx-auto flex w-full max-w-lg flex-1 flex-col justify-center px-4 py-10">
      <p className="mb-6 text-center text-3xl">
        <Brand name={commonWords.product} />
      </p>
      <div className="card-stack">
        <div className="paper px-6 py-7 sm:px-8">
          <h1 className="text-3xl font-extrabold">{title}</h1>
          <p className="mt-2 mb-6 text-lg text-ink-soft">{lead}</p>
          {children}
        </div>
      </div>
    </main>
  </div>
);
