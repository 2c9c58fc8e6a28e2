"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

/** Index dividers: one panel of a few is in sight, and the arrow keys go between them. */
export const Tabs = ({
  label,
  tabs,
  initial,
}: {
  label: string;
  tabs: readonly { id: string; label: ReactNode; panel: ReactNode }[];
  initial?: string;
}) => (
  <Base.Root defaultValue={initial ?? tabs[0]?.id}>
    <Base.List aria-label={label} className="flex flex-wrap gap-1 px-3">
      {tabs.map((tab) => (
        <Base.Tab
          key={tab.id}
          value={tab.id}
          className="min-h-12 rounded-t-lg border-2 border-b-0 border-transparent px-4 py-2 font-semibold text-ink-soft hover:text-ink data-active:border-edge data-active:bg-paper data-active:text-ink data-active:shadow-[inset_0_0.2rem_0_var(--curtain)]"
        >
          {tab.label}
        </Base.Tab>
      ))}
    </Base.List>
    {tabs.map((tab) => (
      <Base.Panel key={tab.id} value={tab.id} className="paper p-5">
        {tab.panel}
      </Base.Panel>
    ))}
  </Base.Root>
);
