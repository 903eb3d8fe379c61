'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { placeInSector } from '../../../lib/commands/placeInSector'
import { toSectorColumns } from '../../../lib/layout/sectorColumns'
import type { Stakeholder } from '../../../lib/model/element'
import { columnsView } from '../../../lib/model/position'
import { announce } from '../../hooks/announcer'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useSelection, useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useSayDone } from '../../hooks/useSayDone'
import { useSectorName, useSectors } from '../../hooks/useSectors'
import { Switch } from '../../ui/Switch'
import { chipLookFor } from '../../../lib/layout/chipSize'
import { FieldChip } from '../chips/FieldChip'
import { useChipDrag } from '../chips/useChipDrag'
import { useChipHandlers } from '../chips/useChipHandlers'
import { useChipSelection } from '../chips/useChipSelection'
import { useScroll } from '../../hooks/useScroll'
import { useStakeholders } from '../useStakeholders'
import { useTies } from '../useTies'
import { viewMemory } from '../viewMemory'
import { WaitingRow } from '../WaitingRow'
import { ColumnHead } from './ColumnHead'
import { MoreColumns } from './MoreColumns'
import { chipHeight, chipsInView, countOutside, orderWith, placeAt } from '../../../lib/layout/columnPlaces'
import { placeColumnsFor } from '../../../lib/layout/tieLanes'
import { countSectorTies } from '../../../lib/layout/sectorTies'
import { TieCurves } from './TieCurves'
import { TieLegend } from './TieLegend'

const look = chipLookFor(Infinity)

/**
 * Stakeholders in columns by sector, with the ties between them: moving one to a column says the sector.
 * @param endRoom pixels that lie under the inspector
 */
export function SectorColumns({ endRoom: room }: { readonly endRoom: number }) {
  const t = useTranslations('views.columns')
  const sectors = useSectors()
  const nameOfSector = useSectorName()
  const run = useRun()
  const sayDone = useSayDone('columns')
  const mayEdit = useMayEdit()
  const stakeholders = useStakeholders()
  const ties = useTies()
  const { elements: chosen } = useSelection()
  const { choose } = useChipSelection()
  const positions = useView((view) => view.positions.get(columnsView))
  const workspace = useWorkspace()
  const [withEmpty, setWithEmpty] = useState(() => viewMemory(workspace).withEmpty ?? false)
  const [focused, setFocused] = useState<ElementId>()
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const { left, top, size } = useScroll(frame)
  const width = size?.width
  const picture = useMemo(() => {
    if (width === undefined) return undefined
    const offered = sectors.offered.map(({ key }) => key)
    return placeColumnsFor(toSectorColumns(stakeholders, positions, offered, withEmpty), ties, width)
  }, [stakeholders, positions, sectors, withEmpty, ties, width])
  const counts = useMemo(() => countSectorTies(stakeholders, ties), [stakeholders, ties])
  const nameOf = (sector: string | undefined): string => (sector === undefined ? t('noSector') : nameOfSector(sector))
  const tell = ({ label, sector }: Stakeholder): string => t('chip', { name: label, sector: nameOf(sector) })

  const put = (stakeholder: Stakeholder, columnIndex: number, rank: number): void => {
    const column = picture?.columns[columnIndex]
    if (column === undefined) return
    const order = orderWith(column, stakeholder.id, rank)
    const done = run(placeInSector, { id: stakeholder.id, sector: column.sector ?? null, order })
    if (!done.ok) return
    const place = order.indexOf(stakeholder.id) + 1
    // Said in a message, too: one may have meant the place alone.
    if (stakeholder.sector !== column.sector)
      sayDone(t('moved', { name: stakeholder.label, sector: nameOf(column.sector) }))
    announce(t('placed', { name: stakeholder.label, sector: nameOf(column.sector), place, count: order.length }))
  }
  const { drag, press, wasDrag } = useChipDrag(field, (id, at) => {
    const stakeholder = stakeholders.find((one) => one.id === id)
    if (stakeholder === undefined || picture === undefined) return
    const { column, rank } = placeAt(picture, at)
    put(stakeholder, column, rank)
  })
  const moveByKey = (stakeholder: Stakeholder, event: KeyboardEvent): void => {
    const box = picture?.chips.get(stakeholder.id)
    if (!mayEdit || box === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const rank = picture?.columns[box.column]?.members.findIndex(({ id }) => id === stakeholder.id) ?? 0
    const steps: Readonly<Record<string, readonly [column: number, rank: number]>> = {
      ArrowUp: [box.column, rank - 1],
      ArrowDown: [box.column, rank + 1],
      ArrowLeft: [box.column - 1, rank],
      ArrowRight: [box.column + 1, rank],
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    if (step[1] >= 0) put(stakeholder, ...step)
  }
  const selected = useMemo(() => new Set(chosen), [chosen])
  const { handlers, pointed } = useChipHandlers({ press, moveByKey, choose, wasDrag })
  const chip = (stakeholder: Stakeholder, at: { readonly x: number; readonly y: number }, isLifted = false) => (
    <FieldChip
      key={stakeholder.id}
      stakeholder={stakeholder}
      look={look}
      width={picture?.chips.get(stakeholder.id)?.width}
      label={tell(stakeholder)}
      selected={selected.has(stakeholder.id)}
      movable={mayEdit && stakeholder.locked !== true}
      x={at.x}
      y={at.y}
      lifted={isLifted}
      on={handlers}
    />
  )
  const dragged = drag === undefined ? undefined : stakeholders.find(({ id }) => id === drag.id)
  return (
    <section aria-label={t('label')} className="flex min-w-0 flex-1 flex-col gap-2">
      <div dir="ltr" className="relative flex min-h-80 flex-1 flex-col">
        <div ref={frame} className="min-h-0 flex-1 overflow-auto">
          {picture === undefined ? null : (
            <div
              ref={field}
              role="group"
              aria-label={t('field')}
              onFocus={({ target }) => setFocused(stakeholders.find(({ id }) => id === target.dataset['element'])?.id)}
              onBlur={() => setFocused(undefined)}
              className="relative min-h-full"
              style={{
                width: room === 0 ? picture.width : Math.max(picture.width, width ?? 0) + room,
                height: picture.height,
              }}
            >
              {picture.columns.map((column) => (
                <ColumnHead
                  key={column.sector ?? ''}
                  column={column}
                  name={nameOf(column.sector)}
                  ties={counts.get(column.sector)}
                />
              ))}
              <TieCurves picture={picture} ties={ties} selected={selected} pointed={pointed} />
              {chipsInView(picture, { top, height: size?.height ?? 0 }, focused).map((stakeholder) => {
                const box = picture.chips.get(stakeholder.id)
                if (box === undefined || stakeholder.id === drag?.id) return null
                return chip(stakeholder, { x: box.x + box.width / 2, y: box.y + chipHeight / 2 })
              })}
              {dragged === undefined || drag === undefined ? null : chip(dragged, drag.at, true)}
            </div>
          )}
        </div>
        <MoreColumns
          endRoom={room}
          count={
            picture === undefined || width === undefined ? 0 : countOutside(picture, { left, width: width - room })
          }
          onMore={() => frame.current?.scrollBy({ left: (width ?? 0) * 0.8 })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2 ps-2" style={{ paddingInlineEnd: room }}>
        {mayEdit ? (
          <div className="shrink-0 pe-4">
            <Switch
              label={t('withEmpty')}
              checked={withEmpty}
              onChange={(isOn) => {
                viewMemory(workspace).withEmpty = isOn
                setWithEmpty(isOn)
              }}
            />
          </div>
        ) : null}
        <TieLegend ties={ties} />
        <WaitingRow />
      </div>
    </section>
  )
}
