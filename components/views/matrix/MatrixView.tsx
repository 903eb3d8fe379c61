'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { clearTies } from '../../../lib/commands/clearTies'
import { toggleTie } from '../../../lib/commands/toggleTie'
import { holdOrder, matrixOrders, orderForMatrix, toTieMatrix, type MatrixOrder } from '../../../lib/layout/tieMatrix'
import type { Stakeholder } from '../../../lib/model/element'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelection } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useMedia, usePhone } from '../../hooks/useMedia'
import { useRun } from '../../hooks/useRun'
import { useSectors } from '../../hooks/useSectors'
import { useTieName, useTieTypes } from '../../hooks/useTieTypes'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import { useStakeholders } from '../useStakeholders'
import { useTies } from '../useTies'
import { viewMemory } from '../viewMemory'
import { WaitingRow } from '../WaitingRow'
import { kindOfDigit } from './digits'
import { cellAfterKey, numbersOf, spanInView } from './cellWindow'
import { MatrixCell } from './MatrixCell'
import { measureHeads } from './headLines'
import { MatrixHead } from './MatrixHead'
import { MatrixLegend } from './MatrixLegend'
import { TieTag } from '../../ui/TieTag'
import { useScroll } from '../../hooks/useScroll'

/** Ties of no kind, in lists whose values must not be empty. */
const noKind = ' '

/** The pair that keys are at. */
interface Place {
  readonly from: ElementId | undefined
  readonly to: ElementId | undefined
}

/**
 * Who is tied to whom, as a table: rows to columns. A cell is one question, answered by a press or by a key.
 * @param endRoom pixels that lie under the inspector
 */
export function MatrixView({ endRoom: room }: { readonly endRoom: number }) {
  const t = useTranslations('views.matrix')
  const editor = useEditor()
  const run = useRun()
  const mayEdit = useMayEdit()
  const phone = usePhone()
  const isCoarse = useMedia('(pointer: coarse)')
  const stakeholders = useStakeholders()
  const ties = useTies()
  const types = useTieTypes()
  const nameOfTie = useTieName()
  const sectors = useSectors()
  const { elements: chosen, links: chosenTies } = useSelection()
  const workspace = useWorkspace()
  const [order, setOrder] = useState<MatrixOrder>(() => viewMemory(workspace).order ?? 'sector')
  const [kind, setKind] = useState<string>(() => types.offered[0]?.key ?? noKind)
  const [place, setPlace] = useState<Place>()
  // While somebody is in the table nobody changes places under their hand.
  const [held, setHeld] = useState<readonly ElementId[]>()
  const hasFocus = held !== undefined
  const grid = useRef<HTMLDivElement>(null)
  const scroll = useScroll(grid)

  const matrix = useMemo(() => toTieMatrix(ties, types), [ties, types])
  const actors = useMemo(
    () =>
      holdOrder(
        orderForMatrix(
          stakeholders,
          order,
          sectors.offered.map(({ key }) => key),
          matrix,
        ),
        held,
      ),
    [stakeholders, order, sectors, matrix, held],
  )
  const count = actors.length
  const at = useMemo(() => findPlace(actors, place), [actors, place])
  const cell = isCoarse ? 44 : 34
  const size = scroll.size ?? { width: 0, height: 0 }
  const head = useMemo(
    () => measureHeads(actors, { width: size.width, height: size.height, cells: count * cell, phone }),
    [actors, size.width, size.height, count, cell, phone],
  )
  const rows = numbersOf(spanInView(scroll.top, size.height - head.height, cell, count), at.row, count)
  const columns = numbersOf(spanInView(scroll.left, size.width - head.width, cell, count), at.column, count)
  const selectedTies = useMemo(() => new Set<LinkId>(chosenTies), [chosenTies])

  const between = (row: number, column: number) => {
    const [from, to] = [actors[row], actors[column]]
    return from === undefined || to === undefined ? undefined : { from, to }
  }
  const tiesAt = (row: number, column: number) => {
    const ends = between(row, column)
    return ends === undefined ? [] : (matrix.get(ends.from.id)?.get(ends.to.id) ?? [])
  }
  const labelOf = (row: number, column: number): string => {
    const ends = between(row, column)
    if (ends === undefined) return ''
    const names = { from: ends.from.label, to: ends.to.label }
    if (row === column) return t('self', { name: names.from })
    const kinds = [...new Set(tiesAt(row, column).map(({ type = '' }) => nameOfTie(type)))]
    return kinds.length === 0 ? t('noTie', names) : t('tie', { ...names, kinds: kinds.join(', ') })
  }
  const say = (row: number, column: number, type: string): void => {
    const ends = between(row, column)
    if (ends === undefined || row === column || !mayEdit) return
    const done = run(toggleTie, {
      from: ends.from.id,
      to: ends.to.id,
      ...(type === noKind ? {} : { type }),
    })
    if (!done.ok) return
    const isMade = done.value.label.step === 'linked'
    const names = { from: ends.from.label, to: ends.to.label, kind: nameOfTie(type.trim()) }
    announce(isMade ? t('made', names) : t('taken', names))
  }
  const takeAll = (row: number, column: number): void => {
    const ends = between(row, column)
    if (ends === undefined || !mayEdit || tiesAt(row, column).length === 0) return
    const done = run(clearTies, { from: ends.from.id, to: ends.to.id })
    if (done.ok) announce(t('noTie', { from: ends.from.label, to: ends.to.label }))
  }
  const goTo = (row: number, column: number): void => setPlace({ from: actors[row]?.id, to: actors[column]?.id })
  const press = (row: number, column: number): void => {
    const there = tiesAt(row, column)
    if (there.length > 0) editor.select({ elements: [], links: there.map(({ id }) => id) })
    else say(row, column, kind)
  }

  const isGoing = useRef(false)
  useEffect(() => {
    if (!isGoing.current) return
    isGoing.current = false
    const target = grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row} ${at.column}"]`)
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const answerKey = (event: KeyboardEvent): void => {
    const isFar = event.ctrlKey || event.metaKey
    if (event.altKey) return
    const page = Math.max(1, Math.floor((size.height - head.height) / cell) - 1)
    const next = cellAfterKey(at, event.key, { isFar, page, count })
    const number = isFar ? undefined : kindOfDigit(types, event.key)
    if (next !== undefined) {
      isGoing.current = true
      goTo(next.row, next.column)
    } else if ((event.key === ' ' || event.key === 'Enter') && !isFar) say(at.row, at.column, kind)
    else if (event.key === 'Delete' || event.key === 'Backspace') takeAll(at.row, at.column)
    else if (number !== undefined) say(at.row, at.column, number.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // Cells are drawn again only when what they show changes.
  const latest = useRef({ press, answerKey, goTo })
  useEffect(() => {
    latest.current = { press, answerKey, goTo }
  })
  const onKeyDown = useCallback((event: KeyboardEvent) => latest.current.answerKey(event), [])
  const onPress = useCallback((row: number, column: number) => latest.current.press(row, column), [])
  const onFocus = useCallback((row: number, column: number) => latest.current.goTo(row, column), [])
  const onSelect = useCallback(
    (stakeholder: Stakeholder, isMore: boolean) => {
      const { elements } = editor.selection.get()
      editor.select({ elements: isMore ? [...new Set([...elements, stakeholder.id])] : [stakeholder.id], links: [] })
    },
    [editor],
  )
  const startsSector = (index: number): boolean =>
    order === 'sector' && index > 0 && actors[index]?.sector !== actors[index - 1]?.sector

  return (
    <section aria-label={t('label')} className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 ps-1" style={{ paddingInlineEnd: room }}>
        {mayEdit ? (
          <div className="flex items-center gap-2">
            <span className="text-second whitespace-nowrap text-muted">{t('kind')}</span>
            <Select
              label={t('kind')}
              value={kind}
              onChange={setKind}
              className="w-44 max-sm:w-36"
              options={[
                ...types.offered.map((look) => ({
                  value: look.key,
                  label: nameOfTie(look.key),
                  icon: <TieTag look={look} />,
                })),
                { value: noKind, label: nameOfTie(''), icon: <TieTag look={types.of('')} /> },
              ]}
            />
          </div>
        ) : null}
        <SegmentedControl
          label={t('order')}
          value={order}
          onChange={(next) => {
            viewMemory(workspace).order = next
            setOrder(next)
          }}
          className="whitespace-nowrap"
          segments={matrixOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
        />
        <p className="text-meta text-muted max-md:hidden">{mayEdit ? t('how') : t('read')}</p>
      </div>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('grid')}
        aria-rowcount={count + 1}
        aria-colcount={count + 1}
        aria-readonly={!mayEdit}
        dir="ltr"
        className="relative min-h-64 flex-1 overflow-auto rounded-card border border-hairline bg-canvas"
        style={{ scrollPaddingTop: head.height, scrollPaddingLeft: head.width }}
        onFocus={() => setHeld((now) => now ?? actors.map(({ id }) => id))}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setHeld(undefined)
        }}
      >
        <div
          className="relative"
          style={{ width: head.width + count * cell + room, height: head.height + count * cell + 16 }}
        >
          <div role="row" aria-rowindex={1} className="sticky top-0 z-20 bg-canvas" style={{ height: head.height }}>
            <div
              role="columnheader"
              aria-colindex={1}
              className="sticky start-0 z-10 flex flex-col justify-end border-e border-b border-hairline bg-canvas p-1.5 text-meta text-muted"
              style={{ width: head.width, height: head.height }}
            >
              {t('corner')}
            </div>
            {columns.map((column) => {
              const actor = actors[column]
              return actor === undefined ? null : (
                <MatrixHead
                  key={actor.id}
                  stakeholder={actor}
                  index={column}
                  isRow={false}
                  isStop={at.column === column}
                  isAligned={hasFocus && at.column === column}
                  isSelected={chosen.includes(actor.id)}
                  size={cell}
                  at={head.width + column * cell}
                  length={head.height}
                  onSelect={onSelect}
                />
              )
            })}
          </div>
          {rows.map((row) => {
            const actor = actors[row]
            return actor === undefined ? null : (
              <div
                key={actor.id}
                role="row"
                aria-rowindex={row + 2}
                className="absolute start-0 w-full"
                style={{ top: head.height + row * cell, height: cell }}
              >
                <MatrixHead
                  stakeholder={actor}
                  index={row}
                  isRow
                  isStop={at.row === row}
                  isAligned={hasFocus && at.row === row}
                  isSelected={chosen.includes(actor.id)}
                  size={cell}
                  at={0}
                  length={head.width}
                  onSelect={onSelect}
                />
                {columns.map((column) => {
                  const there = tiesAt(row, column)
                  return (
                    <MatrixCell
                      key={actors[column]?.id ?? column}
                      row={row}
                      column={column}
                      size={cell}
                      left={head.width + column * cell}
                      ties={there}
                      types={types}
                      label={labelOf(row, column)}
                      isStop={row === at.row && column === at.column}
                      isSelected={there.some(({ id }) => selectedTies.has(id))}
                      isAligned={hasFocus && (row === at.row || column === at.column)}
                      edges={{ top: startsSector(row), left: startsSector(column) }}
                      onPress={onPress}
                      onKeyDown={onKeyDown}
                      onFocus={onFocus}
                    />
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 ps-2" style={{ paddingInlineEnd: room }}>
        <p className="text-meta text-muted">{t('summary', { actors: count, ties: ties.length })}</p>
        <MatrixLegend ties={ties} />
        <WaitingRow />
      </div>
    </section>
  )
}

/** The row and column of a pair; beside the corner before anybody chose, or where they are gone. */
function findPlace(
  actors: readonly { readonly id: ElementId }[],
  place: Place | undefined,
): { readonly row: number; readonly column: number } {
  const indexOf = (id: ElementId | undefined): number => actors.findIndex((actor) => actor.id === id)
  const [row, column] = place === undefined ? [-1, -1] : [indexOf(place.from), indexOf(place.to)]
  return { row: Math.max(0, row), column: column === -1 ? Math.min(1, actors.length - 1) : column }
}
