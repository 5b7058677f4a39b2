"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** How long the pointer rests at a block before its list opens, in milliseconds. */
const RESTING = 120;

/**
 * Opens what rests on a block while the pointer is there, where there is room beside the text, and
 * brings the reader to the words that were asked for. A list opened by hand stays open.
 */
export function FollowReader({
  to,
  children,
}: {
  /** Where the words begin that the address asks for (`#citaat`), in code points; null for none. */
  to: number | null;
  children: ReactNode;
}) {
  const text = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (to === null) return;
    const quote = text.current?.querySelector<HTMLElement>("#citaat");
    quote?.scrollIntoView({ block: "center" });
    quote?.focus({ preventScroll: true });
  }, [to]);

  useEffect(() => {
    const container = text.current;
    if (!container || !matchMedia("(hover: hover) and (min-width: 60rem)").matches) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened: HTMLDetailsElement | null = null;
    function close() {
      if (opened) opened.open = false;
      opened = null;
    }
    function over(event: PointerEvent) {
      const target = event.target instanceof Element ? event.target : null;
      const block = target?.closest("[data-block]");
      const list = block?.querySelector<HTMLDetailsElement>("details[data-resting]") ?? null;
      if (list === opened) return;
      clearTimeout(timer);
      // While words are being selected nothing may move over them.
      if (event.buttons !== 0) return;
      timer = setTimeout(() => {
        close();
        if (list && !list.open) {
          list.open = true;
          opened = list;
        }
      }, RESTING);
    }
    function leave() {
      clearTimeout(timer);
      timer = setTimeout(close, RESTING);
    }
    // Pressed by hand: what hovering opened becomes the reader's own.
    function press(event: MouseEvent) {
      const target = event.target instanceof Element ? event.target : null;
      if (opened && target?.closest("summary")?.parentElement === opened) {
        event.preventDefault();
        opened = null;
      }
    }
    container.addEventListener("pointerover", over);
    container.addEventListener("pointerleave", leave);
    container.addEventListener("click", press);
    return () => {
      clearTimeout(timer);
      container.removeEventListener("pointerover", over);
      container.removeEventListener("pointerleave", leave);
      container.removeEventListener("click", press);
    };
  }, []);

  return <div ref={text}>{children}</div>;
}
