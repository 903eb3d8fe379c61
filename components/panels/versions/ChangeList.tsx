'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { ToldChange } from '../../../lib/analysis/tellChanges'
import { fateLooks, type Fate } from './paintChanges'
import { useChangeWords } from './useChangeWords'
import type { SinceThen } from './useVersionMap'

const groups = ['map', 'elements', 'links', 'loops'] as const
const fates: readonly Fate[] = ['added', 'removed', 'changed']
/** Sentences of one group that are shown; of more, how many. */
const mostShown = 100

/** What has changed since a version, in words, and what the colours of its picture mean. */
export function ChangeList({ since: { comparison, told } }: { readonly since: SinceThen }) {
  const t = useTranslations('versions')
  const say = useChangeWords()
  const id = useId()
  const { loops } = comparison
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 px-4 py-3">
      <h4 id={id} className="text-second font-medium text-muted">
        {t('since')}
      </h4>
      {told.length === 0 ? <p className="text-body">{t('same')}</p> : <Legend />}
      {groups.map((group) => {
        const changes = told.filter(({ of }) => of === group)
        return changes.length === 0 ? null : (
          <div key={group}>
            <h5 className="pb-1 text-meta font-medium text-muted">{t(`groups.${group}`)}</h5>
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
    </section>
  )
}

function keyOf({ says, elements, links }: ToldChange): string {
  return [says, ...elements, ...links].join(' ')
}

function Legend() {
  const t = useTranslations('versions.legend')
  return (
    <ul aria-label={t('label')} className="flex flex-wrap gap-x-3 gap-y-1 text-meta">
      {fates.map((fate) => {
        const { hue, tag } = fateLooks[fate]
        return (
          <li key={fate} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className="inline-flex h-4 w-5 items-center justify-center rounded-full border text-[0.6875rem] leading-none font-semibold"
              style={{
                background: `var(--color-hue-${hue}-fill)`,
                borderColor: `var(--color-hue-${hue}-border)`,
                color: `var(--color-hue-${hue}-border)`,
              }}
            >
              {tag}
            </span>
            {t(fate)}
          </li>
        )
      })}
    </ul>
  )
}
