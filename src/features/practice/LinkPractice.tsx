"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { PracticeApp } from "./PracticeApp";

/** Practice behind a secret link: the server writes the page anew after every round. */
export const LinkPractice = (props: Omit<ComponentProps<typeof PracticeApp>, "refresh">) => {
  const router = useRouter();
  return <PracticeApp {...props} refresh={() => router.refresh()} />;
};
