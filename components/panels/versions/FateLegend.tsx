import { fateLooks, type Fate } from './paintChanges'
import { TagSwatch } from './TagSwatch'

const fates: readonly Fate[] = ['added', 'removed', 'changed']

/** What colours and signs in a picture of two maps mean. */
export function FateLegend({
  label,
  words,
}: {
  readonly label: string
  readonly words: Readonly<Record<Fate, string>>
}) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-3 gap-y-1 text-meta">
      {fates.map((fate) => (
        <li key={fate} className="flex items-center gap-1.5">
          <TagSwatch {...fateLooks[fate]} />
          {words[fate]}
        </li>
      ))}
    </ul>
  )
}
