'use client'
import { useTranslations } from 'next-intl'
import { textOf } from '../../../lib/base/json'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import type { BlockPlan } from './plan'

/** Names and misfits that are told one by one. */
const mostTold = 6

/** What writing a block would do, to be agreed to or not. */
export function PastePreview({
  plan,
  onDecide,
}: {
  readonly plan: BlockPlan
  readonly onDecide: (yes: boolean) => void
}) {
  const t = useTranslations('table.paste')
  const { changes, added, misfits, unwritable, locked, nameless, header, examples } = plan
  const names = added.slice(0, 3).map(({ fields }) => textOf(fields['label']))
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onDecide(false)
      }}
      title={t('title')}
      footer={
        <>
          <Button variant="secondary" onClick={() => onDecide(false)}>
            {t('cancel')}
          </Button>
          <Button variant="primary" onClick={() => onDecide(true)}>
            {t('do')}
          </Button>
        </>
      }
    >
      <ul className="flex list-disc flex-col gap-1.5 ps-5 text-body">
        {header === undefined ? null : (
          <li>
            {t('header', { names: header.columns.join(', ') })}
            {header.unknown.length === 0
              ? null
              : ` ${t('unknown', { names: header.unknown.slice(0, mostTold).join(', ') })}`}
          </li>
        )}
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
              names: added.length > names.length ? `${names.join(', ')}…` : names.join(', '),
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
        {unwritable === 0 ? null : <li>{t('unwritable', { count: unwritable })}</li>}
        {locked === 0 ? null : <li>{t('locked', { count: locked })}</li>}
        {nameless === 0 ? null : <li>{t('nameless', { count: nameless })}</li>}
      </ul>
    </Dialog>
  )
}
