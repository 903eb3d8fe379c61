/** A share of a whole, as a bar beside its number. */
export function Bar({ share, muted = false }: { readonly share: number; readonly muted?: boolean }) {
  return (
    <span aria-hidden className="block h-2 w-full overflow-hidden rounded-full bg-hover">
      <span
        style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }}
        className={`block h-full rounded-full ${muted ? 'bg-node-border' : 'bg-accent'}`}
      />
    </span>
  )
}
