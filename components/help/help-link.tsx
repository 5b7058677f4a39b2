"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TOPICS, topicAt } from "./topics";

/**
 * Leads to the help of the screen one is at, and else to all of it. It always stands there: a page that is refused
 * is made at another address than the one in the browser, and what is made there may not differ here.
 */
export function HelpLink({ label, className }: { label: string; className?: string }) {
  const topic = topicAt(usePathname());
  return (
    <Link
      prefetch={false}
      href={topic ? addresses.helpPage(TOPICS[topic].slug) : addresses.help()}
      className={className}
      title={label}
      suppressHydrationWarning
    >
      <Icon name="help" />
      <span className="visually-hidden">{label}</span>
    </Link>
  );
}
