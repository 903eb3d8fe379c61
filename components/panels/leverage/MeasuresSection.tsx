'use client'
import { ArrowDownUp, ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { writeCsvCells } from '../../../lib/formats/csvWriter'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelection } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useObservable } from '../../hooks/useObservable'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Select } from '../../ui/Select'
import { downloadFile, fileNameOf } from '../download'
import { ColumnInHand } from './ColumnInHand'
import { ColumnsButton } from './ColumnsButton'
import { MeasureCards } from './MeasureCards'
import { MeasureTable } from './MeasureTable'
import {
  canShow,
  firstDirection,
  hasWaiting,
  listRows,
  rangeOf,
  sortRows,
  tableCells,
  type Column,
  type Direction,
  type LeverageSource,
  type SortColumn,
} from './leverageTable'
import { shownColumns } from './shownColumns'
import { useLeverageWords, type LeverageWords } from './useLeverageWords'
import { useShownColumn, type ShownColumn } from './useShownColumn'
import { useVariableActs } from './useVariableActs'

/** Rows drawn at once: more would be neither read nor drawn in time. */
const pageSize = 40

/** What outlives a look at another section. */
interface TableState {
  readonly words: LeverageWords
  readonly sorted: { readonly column: SortColumn; readonly direction: Direction }
  readonly inHand: Column
  /** Sorts by a column; again by the same turns the order round. */
  sort(column: SortColumn): void
  readonly onMap: ShownColumn
}

export function useTableState(source: LeverageSource): TableState {
  const words = useLeverageWords(source)
  const [sorted, setSorted] = useState<TableState['sorted']>({ column: 'reach', direction: 'descending' })
  const [inHand, setInHand] = useState<Column>('reach')
  return {
    words,
    sorted,
    inHand,
    sort: (column) => {
      const turned = sorted.direction === 'ascending' ? 'descending' : 'ascending'
      setSorted({ column, direction: column === sorted.column ? turned : firstDirection(column) })
      if (column !== 'name') setInHand(column)
    },
    onMap: useShownColumn(inHand, words),
  }
}

/** The table of measures, or its cards where it covers the map. */
export function MeasuresSection({
  source,
  table: { words, sorted, inHand, sort: sortBy, onMap },
  onShow,
}: {
  readonly source: LeverageSource
  readonly table: TableState
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('leverage')
  const editor = useEditor()
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  const selection = useSelection()
  const shown = useObservable(shownColumns)
  const giveWay = useGiveWay(onShow, onMap)
  const acts = useVariableActs(giveWay)
  const selected = useMemo(() => new Set(selection.elements), [selection])
  const rows = useMemo(() => sortRows(source, listRows(source), sorted.column, sorted.direction), [source, sorted])

  // Who selects on the map finds the row here.
  const only = selection.elements.length === 1 ? selection.elements[0] : undefined
  const [wanted, setWanted] = useState(0)
  const [followed, setFollowed] = useState(only)
  if (only !== followed) {
    setFollowed(only)
    const at = rows.findIndex(({ id }) => id === only)
    if (at >= 0) setWanted(Math.floor(at / pageSize))
  }
  const page = Math.min(wanted, Math.max(0, Math.ceil(rows.length / pageSize) - 1))
  const before = page * pageSize
  const onPage = rows.slice(before, before + pageSize)

  const turnTo = (next: number): void => startTransition(() => setWanted(next))
  const sort = (column: SortColumn): void => {
    startTransition(() => {
      sortBy(column)
      setWanted(0)
    })
  }
  // A file must not hold gaps for what is only not worked out yet.
  const isWaiting = useMemo(() => hasWaiting(source, rows, shown), [source, rows, shown])
  const download = (): void => {
    const name = (column: Column): string => words.name(column)
    const cells = tableCells(source, rows, shown, { name: t('table.name'), column: name, cell: words.cell })
    const title = editor.view.get().meta.title
    downloadFile(new Blob([writeCsvCells(cells)], { type: 'text/csv' }), fileNameOf(t('table.file', { title }), 'csv'))
  }
  const isPhone = onShow !== undefined

  return (
    <div className={isPhone ? 'flex flex-col' : 'flex min-h-0 flex-1 flex-col'}>
      {isPhone ? (
        <div className="flex shrink-0 items-center gap-2 px-4 pb-3">
          <Select
            label={t('table.sortedBy')}
            className="min-w-0 flex-1"
            value={sorted.column}
            onChange={(column) => (column === sorted.column ? undefined : sort(column))}
            options={(['name', ...shown] as const).map((column) => ({ value: column, label: words.name(column) }))}
          />
          <IconButton label={t('table.turnRound')} onClick={() => sort(sorted.column)}>
            <ArrowDownUp size={18} aria-hidden />
          </IconButton>
        </div>
      ) : null}
      <ColumnInHand
        column={inHand}
        words={words}
        most={rangeOf(source, rows, inHand)?.most}
        way={onMap.way}
        onShow={onMap.show}
      />
      {isPhone && canShow(inHand, 'number') ? (
        <div className="px-4 pb-3">
          <Button
            size="small"
            wide
            onClick={() => {
              onShow()
              onMap.show(onMap.way !== 'none' ? onMap.way : canShow(inHand, 'size') ? 'size' : 'number')
              workspace.get().camera?.fit()
            }}
          >
            {t('shown.onMap')}
          </Button>
        </div>
      ) : null}
      {isPhone ? (
        <MeasureCards
          source={source}
          rows={onPage}
          columns={shown}
          inHand={inHand}
          words={words}
          acts={acts}
          mayEdit={mayEdit}
        />
      ) : (
        <MeasureTable
          source={source}
          rows={onPage}
          before={before}
          total={rows.length}
          columns={shown}
          sorted={sorted}
          onSort={sort}
          words={words}
          acts={acts}
          selected={selected}
          mayEdit={mayEdit}
        />
      )}
      <div className="flex shrink-0 flex-wrap items-center gap-1 border-t border-hairline px-2 py-1">
        <ColumnsButton words={words} />
        <IconButton size="small" label={t('table.download')} disabled={isWaiting} onClick={download}>
          <Download size={18} aria-hidden />
        </IconButton>
        {rows.length > pageSize ? (
          <div className="ms-auto flex items-center gap-1">
            <span role="status" className="pe-2 text-meta text-muted tabular-nums">
              {t('table.page', { first: before + 1, last: before + onPage.length, total: rows.length })}
            </span>
            <IconButton
              size="small"
              label={t('table.previous')}
              aria-disabled={page === 0}
              onClick={() => turnTo(Math.max(0, page - 1))}
            >
              <ChevronLeft size={18} aria-hidden className="rtl:-scale-x-100" />
            </IconButton>
            <IconButton
              size="small"
              label={t('table.next')}
              aria-disabled={before + pageSize >= rows.length}
              onClick={() => turnTo(before + pageSize >= rows.length ? page : page + 1)}
            >
              <ChevronRight size={18} aria-hidden className="rtl:-scale-x-100" />
            </IconButton>
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** Gives way to the map, which goes on showing the column. */
function useGiveWay(onShow: (() => void) | undefined, onMap: ShownColumn): (() => void) | undefined {
  const latest = useRef(onMap)
  useEffect(() => {
    latest.current = onMap
  })
  return useMemo(
    () =>
      onShow === undefined
        ? undefined
        : () => {
            const { way, show } = latest.current
            onShow()
            if (way !== 'none') show(way)
          },
    [onShow],
  )
}
