'use client'
import { useFormatter } from 'next-intl'

/** Who it was, where names are shown. */
export function By({
  people,
}: {
  readonly people: readonly { readonly id: string; readonly name: string }[] | undefined
}) {
  const format = useFormatter()
  if (people === undefined || people.length === 0) return null
  return (
    <span className="text-meta text-muted" dir="auto">
      {format.list(people.map(({ name }) => name))}
    </span>
  )
}
