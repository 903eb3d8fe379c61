/** The mark: two threads crossed by three, the accent ones being the weft. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" strokeWidth={2.6} strokeLinecap="round" aria-hidden>
      <path d="M8 3v22M14 3v22M20 3v22" stroke="var(--color-quiet-border)" />
      <path d="M3 10h6.2M12.4 10h3.2M18.8 10H25M3 18h3.2M9.6 18h8.8M21.8 18H25" stroke="var(--color-accent)" />
    </svg>
  )
}
