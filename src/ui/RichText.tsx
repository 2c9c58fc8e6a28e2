"use client";

import { type ComponentProps, useEffect, useState } from "react";
import type { Markdown } from "./Markdown";
import { needsMarkup } from "./markup";

type Renderer = typeof Markdown;
let loaded: Renderer | null = null;

/**
 * Fetches the renderer of Markdown and formulas, which is too heavy for a phone's first screen. When the network
 * fails the words stay as they are written, and the next text tries again.
 */
export const loadRichText = async (): Promise<Renderer | null> => {
  try {
    loaded ??= (await import("./Markdown")).Markdown;
  } catch {
    return null;
  }
  return loaded;
};

/** Markdown on a screen that must be quick: plain words at once, markup and formulas as soon as their renderer is here. */
export const RichText = ({ text, inline }: ComponentProps<Renderer>) => {
  const [Render, setRender] = useState<Renderer | null>(() => loaded);
  const rich = needsMarkup(text);
  useEffect(() => {
    if (!rich || Render) return;
    let here = true;
    void loadRichText().then((renderer) => here && renderer && setRender(() => renderer));
    return () => {
      here = false;
    };
  }, [rich, Render]);
  if (rich && Render) return <Render text={text} inline={inline} />;
  return inline ? text : <div className="prose-card whitespace-pre-line">{text}</div>;
};
