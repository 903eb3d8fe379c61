/** Weft's mark: threads across a warp. Decorative; the name stands beside it. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden strokeLinecap="round" strokeWidth="2.2">
      <g className="stroke-node-border">
        <path d="M8 3v22M14 3v7M14 14.5V25M20 3v22" />
      </g>
      <g className="stroke-accent">
        <path d="M2 9.5h3.6M10.4 9.5h7.2M22.4 9.5H26M2 18.5h10M16 18.5h10" />
      </g>
    </svg>
  )
}
