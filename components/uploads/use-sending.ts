import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { MAX_FILE_BYTES, MAX_FILE_MEGABYTES } from "@/domain/sources/model";

/** A file on its way, or one that did not arrive. */
export interface Sending {
  id: number;
  file: File;
  /** From 0 to 1. */
  part: number;
  state: "waits" | "busy" | "failed";
  /** Why it did not arrive. */
  message?: string;
}

/** Files that are sent side by side: one is not held up by another that is large. */
const AT_ONCE = 2;

/**
 * Sends files one by one, each by itself, and tells how far each is.
 *
 * @param onArrived is called each time one has arrived.
 */
export function useSending(address: string, onArrived: () => void) {
  const t = useTranslations();
  const [sending, setSending] = useState<Sending[]>([]);
  const requests = useRef(new Map<number, XMLHttpRequest>());
  const queue = useRef<{ id: number; file: File }[]>([]);
  const count = useRef(0);

  const change = (id: number, to: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const remove = (id: number) => setSending((all) => all.filter((one) => one.id !== id));

  // Whoever leaves the page takes what was not sent with them.
  useEffect(() => {
    const open = requests.current;
    return () => {
      for (const request of open.values()) request.abort();
    };
  }, []);

  function next() {
    while (requests.current.size < AT_ONCE) {
      const task = queue.current.shift();
      if (!task) return;
      start(task.id, task.file);
    }
  }

  function start(id: number, file: File) {
    const { name: fileName } = file;
    if (file.size > MAX_FILE_BYTES) {
      const limit = MAX_FILE_MEGABYTES;
      change(id, { state: "failed", message: t("sources.errors.tooLarge", { fileName, limit }) });
      return;
    }
    const request = new XMLHttpRequest();
    requests.current.set(id, request);
    const fail = (message: string) => change(id, { state: "failed", message });
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(fileName));
    request.upload.onprogress = ({ loaded, total }) => {
      change(id, { state: "busy", part: total > 0 ? loaded / total : 0 });
    };
    request.onerror = () => fail(t("uploads.send.lost", { name: fileName }));
    request.onload = () => {
      if (request.status === 200) {
        remove(id);
        onArrived();
      } else if (request.status === 401) {
        fail(t("uploads.send.signedOut", { name: fileName }));
      } else {
        fail(messageIn(request.responseText) ?? t("uploads.send.lost", { name: fileName }));
      }
    };
    request.onloadend = () => {
      requests.current.delete(id);
      next();
    };
    change(id, { state: "busy", part: 0, message: undefined });
    request.send(file);
  }

  return {
    sending,
    send(files: readonly File[]) {
      const added = files.map((file) => ({ id: ++count.current, file }));
      setSending((all) => [
        ...all,
        ...added.map((one) => ({ ...one, part: 0, state: "waits" as const })),
      ]);
      queue.current.push(...added);
      next();
    },
    /** Takes it off the list; what of it arrived is thrown away. */
    stop(id: number) {
      queue.current = queue.current.filter((one) => one.id !== id);
      requests.current.get(id)?.abort();
      remove(id);
    },
    again(id: number) {
      const file = sending.find((one) => one.id === id)?.file;
      if (!file) return;
      change(id, { state: "waits", message: undefined });
      queue.current.push({ id, file });
      next();
    },
  };
}

/** The sentence of an answer that refuses: of the handler, or of the edge before it. */
function messageIn(text: string): string | undefined {
  try {
    const answer = JSON.parse(text) as { message?: string; fields?: Record<string, string> };
    return Object.values(answer.fields ?? {})[0] ?? answer.message;
  } catch {
    return text.startsWith("<") || text === "" ? undefined : text;
  }
}
