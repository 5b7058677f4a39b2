import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";
import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "subtle" | "danger";
export type ButtonSize = "default" | "small";

const classes: Record<ButtonVariant, string> = {
  primary: "utrecht-button--primary-action",
  secondary: "utrecht-button--secondary-action",
  subtle: "utrecht-button--subtle",
  danger: cx("utrecht-button--primary-action", styles.danger),
};

/** The class names of a button, for the few elements that only have to look like one. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string) {
  return cx(
    "utrecht-button",
    classes[variant],
    styles.button,
    size === "small" && styles.small,
    className,
  );
}

/** A button. Defaults to `type="button"`, so that only a chosen one submits a form. */
export function Button({
  variant = "secondary",
  size = "default",
  type = "button",
  className,
  ...rest
}: ComponentProps<"button"> & { variant?: ButtonVariant; size?: ButtonSize }) {
  return <button type={type} className={buttonClass(variant, size, className)} {...rest} />;
}

/** A link to a page that deserves the weight of a button. */
export function ButtonLink({
  variant = "secondary",
  size = "default",
  className,
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize }) {
  return <Link prefetch={false} className={buttonClass(variant, size, className)} {...rest} />;
}

/** Buttons that belong together; the most important one first. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className={styles.group}>{children}</div>;
}
