"use client";

import { type ReactNode, type SyntheticEvent, useRef } from "react";
import { wayThrough } from "@/domain/overview/rules";

/**
 * Lights the whole way through the node or band under the pointer or with the focus. The drawing
 * itself is made on the server and stays as it is: only attributes are set on it.
 */
export function FlowHighlight({
  bands,
  className,
  children,
}: {
  bands: { from: string; to: string }[];
  className?: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);

  const clear = () => {
    box.current?.removeAttribute("data-lighting");
    for (const lit of box.current?.querySelectorAll("[data-lit]") ?? [])
      lit.removeAttribute("data-lit");
  };
  const light = (event: SyntheticEvent) => {
    const target = (event.target as Element).closest("[data-node], [data-band]");
    clear();
    const band = target?.getAttribute("data-band")?.split(">");
    const node = target?.getAttribute("data-node");
    const [from, to] = band ?? [node, node];
    if (!from || !to) return;
    const way = wayThrough(bands, from, to);
    box.current?.setAttribute("data-lighting", "");
    for (const part of box.current?.querySelectorAll("[data-node], [data-band]") ?? []) {
      const name = part.getAttribute("data-node") ?? part.getAttribute("data-band") ?? "";
      part.toggleAttribute("data-lit", way.has(name));
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches; what acts are the links inside
    <div
      ref={box}
      className={className}
      onPointerOver={light}
      onPointerLeave={clear}
      onFocus={light}
      onBlur={clear}
    >
      {children}
    </div>
  );
}
