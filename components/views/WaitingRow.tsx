'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { ElementId } from '../../lib/base/ids'
import type { Stakeholder } from '../../lib/model/element'
import { useMayEdit } from '../hooks/useMayEdit'
import { Button } from '../ui/Button'
import { TextInput } from '../ui/TextInput'
import type { ChipLook } from '../../lib/layout/chipSize'
import { FieldChip } from './chips/FieldChip'
import type { ChipHandlers } from './chips/useChipHandlers'
import { findWaiting } from './findWaiting'
import { useAddStakeholder } from './useAddStakeholder'

/** More of them cannot be looked through. */
const fewEnough = 12

/** Those who wait, and how their chips are drawn and pressed. */
export interface Waiting {
  readonly list: readonly Stakeholder[]
  /** Who is being dragged, and so drawn elsewhere. */
  readonly dragged: ElementId | undefined
  readonly look: ChipLook
  readonly tell: (stakeholder: Stakeholder) => string
  readonly selected: ReadonlySet<ElementId>
  readonly handlers: ChipHandlers
}

const nobody: readonly Stakeholder[] = []

/**
 * Below a view: the stakeholders that have no place in it yet, and a button for one more. Where there are many they
 * are found by name, and scroll in a room of their own.
 */
export function WaitingRow({ waiting }: { readonly waiting?: Waiting | undefined }) {
  const t = useTranslations('views')
  const mayEdit = useMayEdit()
  const add = useAddStakeholder()
  const [wanted, setWanted] = useState('')
  const list = waiting?.list ?? nobody
  const isMany = list.length > fewEnough
  const { shown, more } = useMemo(() => findWaiting(list, isMany ? wanted : ''), [list, isMany, wanted])
  const chips = shown.map((stakeholder) =>
    waiting === undefined || stakeholder.id === waiting.dragged ? null : (
      <FieldChip
        key={stakeholder.id}
        stakeholder={stakeholder}
        look={waiting.look}
        label={waiting.tell(stakeholder)}
        selected={waiting.selected.has(stakeholder.id)}
        movable={mayEdit && stakeholder.locked !== true}
        on={waiting.handlers}
      />
    ),
  )
  return (
    <>
      {list.length === 0 ? null : (
        <>
          <span className="text-second text-muted">{t('waiting', { count: list.length })}</span>
          {isMany ? (
            <TextInput
              type="search"
              aria-label={t('waitingFind')}
              placeholder={t('waitingFind')}
              value={wanted}
              className="max-w-48"
              onChange={({ target }) => setWanted(target.value)}
            />
          ) : null}
          {isMany ? (
            <div
              role="group"
              aria-label={t('waitingList')}
              // It scrolls where there is more than room for it.
              tabIndex={0}
              className="order-last flex max-h-25 basis-full flex-wrap items-center gap-2 overflow-y-auto p-1"
            >
              {chips}
              {shown.length === 0 ? <span className="text-second text-muted">{t('waitingNone')}</span> : null}
              {more > 0 ? <span className="text-second text-muted">{t('waitingMore', { count: more })}</span> : null}
            </div>
          ) : (
            chips
          )}
        </>
      )}
      {mayEdit ? (
        <Button size="small" variant="quiet" icon={<Plus size={16} aria-hidden />} onClick={() => add()}>
          {t('add')}
        </Button>
      ) : null}
    </>
  )
}
