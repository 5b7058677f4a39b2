"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { addresses } from "@/components/addresses";

/** A link that says when one is there, or in something below it (unless `exact`). */
export function NavLink({
  href,
  label,
  exact = false,
  className,
  title,
}: {
  href: string;
  label: string;
  exact?: boolean;
  className?: string;
  title?: string;
}) {
  const path = usePathname();
  const here = path === href;
  const below = !exact && href !== addresses.home() && path.startsWith(`${href}/`);
  return (
    <Link
      prefetch={false}
      href={href}
      className={className}
      title={title}
      aria-current={here ? "page" : below ? "true" : undefined}
    >
      {label}
    </Link>
  );
}
