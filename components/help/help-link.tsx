"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TOPICS, topicAt } from "./topics";

/** Leads to the help of the screen one is at, where it has some. */
export function HelpLink({ label, className }: { label: string; className?: string }) {
  const topic = topicAt(usePathname());
  if (!topic) return null;
  return (
    <Link
      prefetch={false}
      href={addresses.helpPage(TOPICS[topic].slug)}
      className={className}
      title={label}
    >
      <Icon name="help" />
      <span className="visually-hidden">{label}</span>
    </Link>
  );
}
