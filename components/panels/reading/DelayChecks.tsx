'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ExpectedDelay } from '../../../lib/analysis/archetypes'
import { setDelay } from '../../../lib/commands/setDelay'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { bold } from './bold'

/** Effects that come late in an archetype: people say whether they do here. */
export function DelayChecks({ delays }: { readonly delays: readonly ExpectedDelay[] }) {
  const t = useTranslations('archetypes')
  const format = useFormatter()
  const run = useRun()
  const mayEdit = useMayEdit()
  const elements = useView((view) => view.elements)
  if (delays.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5 text-second">
      {delays.map(({ from, to, via, link, isMarked }) => (
        <li key={link} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span aria-hidden className="flex shrink-0 gap-[3px] text-muted">
            <span className="h-3 w-px -skew-x-12 bg-current" />
            <span className="h-3 w-px -skew-x-12 bg-current" />
          </span>
          <span className="min-w-0 flex-1 basis-[calc(100%-2rem)] text-muted">
            {t.rich(isMarked ? 'delayMarked' : 'delay', {
              from: elements.get(from)?.label ?? '',
              to: elements.get(to)?.label ?? '',
              has_via: via.length > 0 ? 'yes' : 'no',
              via: format.list(via.map((id) => elements.get(id)?.label ?? '')),
              b: bold,
            })}
          </span>
          {isMarked || !mayEdit ? null : (
            <Button size="small" onClick={() => run(setDelay, { links: [link], delay: true })}>
              {t('markDelay')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
