/** How many said 1, 2, 3, 4, 5, as bars with their numbers. */
export function CountBars({ counts, height = 56 }: { readonly counts: readonly number[]; readonly height?: number }) {
  const most = Math.max(1, ...counts)
  return (
    <ol className="flex items-end gap-1.5" style={{ height: `${height + 40}px` }}>
      {counts.map((count, index) => (
        <li key={index} className="flex h-full min-w-0 flex-1 flex-col justify-end gap-1 text-center">
          <span className="text-meta text-muted tabular-nums">{count}</span>
          <span aria-hidden style={{ height: `${(count / most) * height + 2}px` }} className="rounded-t-sm bg-accent" />
          <span className="text-second tabular-nums">{index + 1}</span>
        </li>
      ))}
    </ol>
  )
}
