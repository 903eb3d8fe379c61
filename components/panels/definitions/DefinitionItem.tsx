'use client'
import { ChevronDown, GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { deleteDefinition } from '../../../lib/commands/deleteDefinition'
import { mergeDefinition } from '../../../lib/commands/mergeDefinition'
import { setDefinition } from '../../../lib/commands/setDefinition'
import type { DefinitionFamily } from '../../../lib/model/definition'
import { useRun } from '../../hooks/useRun'
import { useTieTypes } from '../../hooks/useTieTypes'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Field } from '../../ui/Field'
import { SectorTag } from '../../ui/SectorTag'
import { Select } from '../../ui/Select'
import { toast } from '../../ui/toast'
import { DefinitionFields } from './DefinitionFields'
import type { DefinitionRow, RowMark } from './definitionRows'
import { TieSample } from './TieSample'
import type { Reorder } from './useReorder'

function intoView(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'nearest' })
}

/** One sector or kind of tie: how it looks, what it is called, how many have it; opened, what may be changed of it. */
export function DefinitionItem({
  of,
  row,
  rows,
  nameOf,
  isOpen,
  mayEdit,
  handle,
  mark,
  onToggle,
  onGone,
}: {
  readonly of: DefinitionFamily
  readonly row: DefinitionRow
  readonly rows: readonly DefinitionRow[]
  readonly nameOf: (key: string) => string
  readonly isOpen: boolean
  readonly mayEdit: boolean
  /** What moves it in the list; undefined where it has no place there. */
  readonly handle: ReturnType<Reorder['handle']> | undefined
  readonly mark: RowMark | undefined
  readonly onToggle: () => void
  /** It was merged, deleted or hidden: the keyboard goes on at the head of the list. */
  readonly onGone: () => void
}) {
  const t = useTranslations('sectors')
  const run = useRun()
  const types = useTieTypes()
  const { key, used, state, isKnown } = row
  const name = nameOf(key)
  const others = rows.filter((other) => other.key !== key && other.state === 'offered')
  const parts = (
    <>
      {of === 'sector' ? <SectorTag sector={key} /> : <TieSample type={key} types={types} />}
      <span dir="auto" className="min-w-0 flex-1 truncate text-start text-body">
        {name}
      </span>
      {state === 'offered' ? null : <span className="shrink-0 text-meta text-muted">{t(`states.${state}`)}</span>}
      <span className="shrink-0 text-second text-muted tabular-nums">{t(`${of}.used`, { count: used })}</span>
    </>
  )
  const rowClass = 'flex min-h-10 w-full items-center gap-3 rounded-button px-2 pointer-coarse:min-h-11'
  if (!mayEdit) return <li className={rowClass}>{parts}</li>
  const merge = (into: string): void => {
    if (!run(mergeDefinition, { of, from: key, into }).ok) return
    toast(t('merged', { from: name, into: nameOf(into), count: used }))
    onGone()
  }
  return (
    <li
      ref={isOpen ? intoView : undefined}
      className={classes(
        isOpen && 'rounded-button border border-hairline',
        mark === 'dragged' && 'opacity-50',
        mark === 'before' && 'shadow-[0_-2px_0_var(--color-accent)]',
        mark === 'after' && 'shadow-[0_2px_0_var(--color-accent)]',
      )}
    >
      <div className="flex items-center">
        {handle === undefined ? (
          <span className="w-7 shrink-0 pointer-coarse:w-11" />
        ) : (
          <button
            type="button"
            data-move={key}
            aria-label={t('move', { name })}
            title={t('move', { name })}
            {...handle}
            className="inline-flex h-10 w-7 shrink-0 cursor-grab touch-none items-center justify-center rounded-button text-muted hover:bg-hover active:cursor-grabbing pointer-coarse:size-11"
          >
            <GripVertical size={16} aria-hidden />
          </button>
        )}
        <button
          type="button"
          aria-expanded={isOpen}
          data-definition={key}
          onClick={onToggle}
          className={classes(rowClass, 'hover:bg-hover', isOpen && 'bg-hover')}
        >
          {parts}
          <ChevronDown
            size={16}
            aria-hidden
            className={classes('shrink-0 text-muted transition-transform', isOpen && 'rotate-180')}
          />
        </button>
      </div>
      {isOpen ? (
        <div className="flex flex-col gap-3.5 p-3">
          <DefinitionFields of={of} row={row} rows={rows} nameOf={nameOf} />
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t('merge')} className="min-w-44 flex-1">
              {({ id }) => (
                <Select
                  id={id}
                  value={undefined}
                  placeholder={t('mergeInto')}
                  disabled={others.length === 0}
                  onChange={merge}
                  options={others.map((other) => ({ value: other.key, label: nameOf(other.key) }))}
                />
              )}
            </Field>
            {state === 'hidden' ? (
              <Button onClick={() => run(setDefinition, { of, key, fields: { hidden: null } })}>{t('show')}</Button>
            ) : state === 'word' ? null : (
              <Button
                variant={isKnown ? 'secondary' : 'danger'}
                onClick={() => {
                  if (run(deleteDefinition, { of, key }).ok) onGone()
                }}
              >
                {t(isKnown ? 'hide' : 'delete')}
              </Button>
            )}
          </div>
          <p className="text-meta text-muted">
            {state === 'word'
              ? t('wordHint')
              : state === 'hidden'
                ? t('hiddenHint')
                : t(isKnown ? 'hideHint' : `${of}.deleteHint`, { count: used })}
          </p>
        </div>
      ) : null}
    </li>
  )
}
