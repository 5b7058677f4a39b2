import { encode } from "uqr";

/** White around the code: without it a phone does not see where it begins. */
const MARGIN = 4;

/** The QR code of an address. */
export function Qr({
  address,
  label,
  className,
}: {
  address: string;
  label: string;
  className?: string;
}) {
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const modules = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + MARGIN} ${y + MARGIN}h1v1h-1z`] : [])),
  );
  const whole = size + 2 * MARGIN;
  return (
    <svg
      viewBox={`0 0 ${whole} ${whole}`}
      className={className}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={modules.join("")} fill="#0f2a4a" />
    </svg>
  );
}
