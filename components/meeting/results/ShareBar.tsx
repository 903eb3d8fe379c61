interface SharePart {
  readonly key: string
  readonly count: number
  /** The class of its colour. */
  readonly look: string
}

/** How a whole is shared, as one bar: what it says stands in words beside it. */
export function ShareBar({ parts }: { readonly parts: readonly SharePart[] }) {
  return (
    <span aria-hidden className="flex h-2.5 w-full gap-0.5 overflow-hidden rounded-full bg-hover">
      {parts
        .filter(({ count }) => count > 0)
        .map(({ key, count, look }) => (
          <span key={key} style={{ flexGrow: count }} className={`h-full basis-0 ${look}`} />
        ))}
    </span>
  )
}
