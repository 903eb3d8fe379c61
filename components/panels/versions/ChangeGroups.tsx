'use client'
import { useTranslations } from 'next-intl'
import type { LoopComparison } from '../../../lib/analysis/compareLoops'
import type { ToldChange } from '../../../lib/analysis/tellChanges'
import { useChangeWords } from './useChangeWords'

const groups = ['map', 'elements', 'links', 'loops'] as const
/** Sentences of one group that are shown; of more, how many. */
const mostShown = 100

/** What is different, sentence by sentence: the map itself, elements, links, loops. */
export function ChangeGroups({
  told,
  loops,
  heading: Heading,
}: {
  readonly told: readonly ToldChange[]
  readonly loops: Pick<LoopComparison, 'isAll' | 'upTo'>
  /** The level of the headings of its groups: one below that of what it stands in. */
  readonly heading: 'h4' | 'h5'
}) {
  const t = useTranslations('versions')
  const say = useChangeWords()
  return (
    <>
      {groups.map((group) => {
        const changes = told.filter(({ of }) => of === group)
        return changes.length === 0 ? null : (
          <div key={group}>
            <Heading className="pb-1 text-meta font-medium text-muted">{t(`groups.${group}`)}</Heading>
            <ul className="flex flex-col gap-1 text-second">
              {changes.slice(0, mostShown).map((change) => (
                <li key={keyOf(change)} className="break-words" dir="auto">
                  {say(change)}
                </li>
              ))}
            </ul>
            {changes.length > mostShown ? (
              <p className="pt-1 text-meta text-muted">{t('others', { count: changes.length - mostShown })}</p>
            ) : null}
          </div>
        )
      })}
      {loops.isAll ? null : <p className="text-meta text-muted">{t('partly', { count: loops.upTo })}</p>}
    </>
  )
}

function keyOf({ says, elements, links }: ToldChange): string {
  return [says, ...elements, ...links].join(' ')
}
