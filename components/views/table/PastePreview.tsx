'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { textOf } from '../../../lib/base/json'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { PasteColumns } from './PasteColumns'
import type { BlockPlan } from './plan'
import { noChoices } from './sheetColumns'
import type { Proposal } from './useWriting'

/** Names and misfits that are told one by one. */
const mostTold = 6

/** What writing a block would do, to be agreed to or not. */
export function PastePreview({
  proposal: first,
  onDecide,
}: {
  readonly proposal: Proposal
  /** With what is to be written; undefined for nothing. */
  readonly onDecide: (plan: BlockPlan | undefined) => void
}) {
  const t = useTranslations('table.paste')
  const [choices, setChoices] = useState(noChoices)
  // Thousands of lines are worked out anew once something was chosen, and not by every drawing.
  const proposal = useMemo(() => (choices === noChoices ? first : (first.again?.(choices) ?? first)), [first, choices])
  const { byName } = proposal
  const [by, setBy] = useState<'name' | 'other'>('name')
  const plan = byName !== undefined && by === 'name' ? byName.plan : proposal.plan
  const { changes, added, misfits, unwritable, locked, nameless, newWords, there = [], header, examples } = plan
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onDecide(undefined)
      }}
      title={t('title')}
      footer={
        <>
          <Button variant="secondary" onClick={() => onDecide(undefined)}>
            {t('cancel')}
          </Button>
          <Button variant="primary" onClick={() => onDecide(plan)}>
            {t('do')}
          </Button>
        </>
      }
    >
      {byName === undefined ? null : (
        <SegmentedControl
          label={t('by')}
          value={by}
          onChange={setBy}
          className="mb-3"
          segments={[
            { value: 'name', label: t('byName') },
            { value: 'other', label: t(byName.other === 'place' ? 'byPlace' : 'addAll') },
          ]}
        />
      )}
      <PasteColumns plan={plan} choices={choices} onChoose={setChoices} />
      <ul className="flex list-disc flex-col gap-1.5 ps-5 text-body">
        {header === undefined ? null : (
          <li>
            {t('header', { names: header.columns.join(', ') })}
            {header.unknown.length === 0
              ? null
              : ` ${t('unknown', { names: header.unknown.slice(0, mostTold).join(', ') })}`}
          </li>
        )}
        {there.length === 0 ? null : <li>{t('there', { count: there.length, names: someOf(there) })}</li>}
        <li>
          {t('changes', { count: changes })}
          {examples.length === 0 ? null : (
            <ul className="mt-1 flex flex-col gap-0.5 text-second text-muted">
              {examples.map(({ row, column, before, after }, at) => (
                <li key={`${at} ${row} ${column}`} className="break-words" dir="auto">
                  {t('change', {
                    row,
                    column,
                    before,
                    after,
                    had: before === '' ? 'no' : 'yes',
                    has: after === '' ? 'no' : 'yes',
                  })}
                </li>
              ))}
              {changes > examples.length ? <li>{t('more', { count: changes - examples.length })}</li> : null}
            </ul>
          )}
        </li>
        {added.length === 0 ? null : (
          <li>
            {t('adds', {
              count: added.length,
              names: someOf(added.map(({ fields }) => textOf(fields['label']))),
            })}
          </li>
        )}
        {misfits.length === 0 ? null : (
          <li>
            {t('misfits', { count: misfits.length })}
            <ul className="mt-1 flex flex-col gap-0.5 text-second text-muted">
              {misfits.slice(0, mostTold).map((misfit, at) => (
                <li key={`${at} ${misfit.row} ${misfit.column}`} className="break-words" dir="auto">
                  {t('misfit', { row: misfit.row, column: misfit.column, text: misfit.text })}
                </li>
              ))}
              {misfits.length > mostTold ? <li>{t('more', { count: misfits.length - mostTold })}</li> : null}
            </ul>
          </li>
        )}
        {newWords.length === 0 ? null : <li>{t('newWords', { count: newWords.length, words: someOf(newWords) })}</li>}
        {unwritable === 0 ? null : <li>{t('unwritable', { count: unwritable })}</li>}
        {locked === 0 ? null : <li>{t('locked', { count: locked })}</li>}
        {nameless === 0 ? null : <li>{t('nameless', { count: nameless })}</li>}
      </ul>
    </Dialog>
  )
}

/** The first few names. */
function someOf(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}…` : names.join(', ')
}
