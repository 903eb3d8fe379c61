'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import { directionOf } from '../../../messages'
import { textOf } from '../../../lib/base/json'
import { isolate } from '../../panels/analysis/isolate'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Dialog } from '../../ui/Dialog'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { PasteColumns } from './PasteColumns'
import type { BlockPlan } from './plan'
import { noChoices } from './sheetColumns'
import { useFocusBack } from './useFocusBack'
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
  useFocusBack()
  const paste = useRef<HTMLButtonElement>(null)
  const [choices, setChoices] = useState(noChoices)
  // Thousands of lines are worked out anew once something was chosen, and not by every drawing.
  const proposal = useMemo(() => (choices === noChoices ? first : (first.again?.(choices) ?? first)), [first, choices])
  const direction = directionOf(useLocale())
  const isolated = (text: string): string => isolate(text, direction)
  const someOf = (names: readonly string[]): string => firstOf(names, isolated)
  const { byName } = proposal
  const [by, setBy] = useState<'name' | 'other'>('name')
  const plan = byName !== undefined && by === 'name' ? byName.plan : proposal.plan
  const { changes, added, misfits, unwritable, locked, nameless, newWords, header, examples, readings } = plan
  const { there = [], doubles = [], empties = 0 } = plan
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onDecide(undefined)
      }}
      title={t('title')}
      startsAt={paste}
      footer={
        <>
          <Button variant="secondary" onClick={() => onDecide(undefined)}>
            {t('cancel')}
          </Button>
          <Button ref={paste} variant="primary" onClick={() => onDecide(plan)}>
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
      {empties === 0 ? null : (
        <div className="mb-4">
          <Checkbox
            label={t('empties', { count: empties })}
            checked={choices.empties === 'write'}
            onChange={(isWritten) =>
              setChoices(({ readings: meant, fields }) => ({
                readings: meant,
                fields,
                ...(isWritten ? { empties: 'write' } : {}),
              }))
            }
          />
        </div>
      )}
      <ul className="flex list-disc flex-col gap-1.5 ps-5 text-body">
        {header === undefined ? null : (
          <li>
            {t('header', { names: header.columns.map(isolated).join(', ') })}
            {header.unknown.length === 0
              ? null
              : ` ${t('unknown', { names: header.unknown.slice(0, mostTold).map(isolated).join(', ') })}`}
          </li>
        )}
        {there.length === 0 ? null : <li>{t('there', { count: there.length, names: someOf(there) })}</li>}
        <li>
          {t('changes', { count: changes })}
          {examples.length === 0 ? null : (
            <ul className="mt-1 flex flex-col gap-0.5 text-second text-muted">
              {examples.map(({ row, column, before, after }, at) => (
                <li key={`${at} ${row} ${column}`} className="break-words">
                  {t('change', {
                    row: isolated(row),
                    column: isolated(column),
                    before: isolated(before),
                    after: isolated(after),
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
                <li key={`${at} ${misfit.row} ${misfit.column}`} className="break-words">
                  {t('misfit', {
                    row: isolated(misfit.row),
                    column: isolated(misfit.column),
                    text: isolated(misfit.text),
                  })}
                </li>
              ))}
              {misfits.length > mostTold ? <li>{t('more', { count: misfits.length - mostTold })}</li> : null}
            </ul>
          </li>
        )}
        {readings.map(({ column, text, value }) => (
          <li key={column}>{t('reading', { column, text: isolated(text), value })}</li>
        ))}
        {doubles.length === 0 ? null : <li>{t('doubles', { count: doubles.length, names: someOf(doubles) })}</li>}
        {newWords.length === 0 ? null : <li>{t('newWords', { count: newWords.length, words: someOf(newWords) })}</li>}
        {unwritable === 0 ? null : <li>{t('unwritable', { count: unwritable })}</li>}
        {locked === 0 ? null : <li>{t('locked', { count: locked })}</li>}
        {nameless === 0 ? null : <li>{t('nameless', { count: nameless })}</li>}
      </ul>
    </Dialog>
  )
}

/** The first few names. */
function firstOf(names: readonly string[], isolated: (name: string) => string): string {
  const some = names.slice(0, 3).map(isolated).join(', ')
  return names.length > 3 ? `${some}…` : some
}
