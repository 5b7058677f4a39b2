"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { Dialog } from "@/components/ui/dialog";
import { useStatus } from "@/components/ui/toast";
import { type KeyGroup, KeyList } from "./key-list";
import styles from "./keys.module.css";

interface KeysOfPage {
  /** Whether keys of a single letter do something: a preference of the person (WCAG 2.1.4). */
  letters: boolean;
  showHelp: () => void;
  setGroups: (groups: KeyGroup[]) => void;
}

const Context = createContext<KeysOfPage | null>(null);

function useKeys(): KeysOfPage {
  const keys = useContext(Context);
  if (!keys) throw new Error("keys are used outside <Keys>");
  return keys;
}

/** Whether keys of a single letter may do something; they never do while somebody types. */
export function useLetterKeys(): boolean {
  return useKeys().letters;
}

/** Opens the list of keys. */
export function useKeyHelp(): () => void {
  return useKeys().showHelp;
}

/** Puts the keys of a page in the list for as long as the page is there. Keep `groups` the same. */
export function usePageKeys(groups: KeyGroup[]): void {
  const { setGroups } = useKeys();
  useEffect(() => {
    setGroups(groups);
    return () => setGroups([]);
  }, [groups, setGroups]);
}

/** Whether somebody is typing: letters are words there, never a command. */
export function isTyping(event: KeyboardEvent): boolean {
  const at = event.target;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))
  );
}

/** The keys of everything inside: `?` lists them, and the list has the switch for single letters. */
export function Keys({
  letters: stored,
  save,
  children,
}: {
  letters: boolean;
  /** Stores the choice of the person. @returns what went wrong, as a sentence. */
  save: (letters: boolean) => Promise<string | null>;
  children: ReactNode;
}) {
  const t = useTranslations("shell.keys");
  const { announce } = useStatus();
  const [letters, setLetters] = useState(stored);
  const [open, setOpen] = useState(false);
  const [groups, setGroups] = useState<KeyGroup[]>([]);
  useEffect(() => setLetters(stored), [stored]);

  useEffect(() => {
    if (!letters) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event) || document.querySelector("dialog[open]"))
        return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [letters]);

  const choose = async (on: boolean) => {
    setLetters(on);
    const refused = await save(on).catch(() => t("notSaved"));
    if (!refused) return announce(on ? t("on") : t("off"));
    setLetters(!on);
    announce({ text: refused, tone: "error" });
  };
  const showHelp = useCallback(() => setOpen(true), []);
  const value = useMemo(() => ({ letters, showHelp, setGroups }), [letters, showHelp]);

  const general: KeyGroup = {
    title: t("everywhere"),
    keys: [
      { name: t("search"), keys: ["Ctrl K"] },
      { name: t("list"), keys: ["?"] },
      { name: t("toolbar"), keys: ["Alt F10"] },
      { name: t("close"), keys: ["Esc"] },
    ],
  };
  return (
    <Context value={value}>
      {children}
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")} wide>
        <div className={styles.help}>
          <label className={styles.switch}>
            <input
              type="checkbox"
              checked={letters}
              onChange={(event) => choose(event.target.checked)}
            />
            {t("letters")}
          </label>
          {[...groups, general].map((group) => (
            <KeyList key={group.title} group={group} />
          ))}
        </div>
      </Dialog>
    </Context>
  );
}

/** The choice in a menu that opens the list of keys; without JavaScript there are none. */
export function KeyHelpButton() {
  const t = useTranslations("shell.keys");
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  const showHelp = useKeyHelp();
  if (!running) return null;
  return (
    <button type="button" onClick={showHelp}>
      {t("title")}
    </button>
  );
}
