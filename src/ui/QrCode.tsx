"use client";

import { create } from "qrcode";
import { useMemo } from "react";

/** Light margin around the code, in modules: the standard asks for four. */
const QUIET = 4;

/** A QR code drawn here, in the browser. Always dark on light, also at night: many readers refuse the inverse. */
export const QrCode = ({ text, label, className }: { text: string; label: string; className?: string }) => {
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: "M" });
    const rows: string[] = [];
    for (let y = 0; y < modules.size; y++)
      for (let x = 0; x < modules.size; x++)
        if (modules.get(y, x)) rows.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`);
    return { size: modules.size + 2 * QUIET, path: rows.join("") };
  }, [text]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#fffdf7" />
      <path d={path} fill="#1d1a2f" />
    </svg>
  );
};
