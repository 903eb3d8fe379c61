import { encode } from 'uqr'

/** An address as a QR code. Black on white in both themes: scanners need that. */
export function QrCode({
  text,
  label,
  size = 176,
}: {
  readonly text: string
  readonly label: string
  readonly size?: number
}) {
  const { data, size: modules } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
      className="shrink-0 rounded-card"
    >
      <rect width={modules} height={modules} fill="#FFFFFF" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
