import type { ReactNode } from "react";
import { Breadcrumb, type BreadcrumbItem } from "@/components/ui/breadcrumb";
import { Page } from "@/components/ui/stack";
import styles from "./page-shell.module.css";

/** What every page stands in: the breadcrumb, then `main` with one distance between its parts. */
export function PageShell({
  breadcrumb,
  wide = false,
  children,
}: {
  breadcrumb?: BreadcrumbItem[];
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Page wide={wide} className={styles.shell}>
      {breadcrumb && breadcrumb.length > 0 ? <Breadcrumb items={breadcrumb} /> : null}
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </Page>
  );
}
