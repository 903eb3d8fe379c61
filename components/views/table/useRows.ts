import { startTransition, useCallback, useEffect, useMemo, useState } from 'react'
import { countLinkEnds } from '../../../lib/model/linkWay'
import type { MapView } from '../../../lib/model/mapView'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useTieTypes } from '../../hooks/useTieTypes'
import { useSeen } from '../../looks/useSeen'
import { isListed, type TableTab } from './columns'
import type { TablePlace } from './plan'
import { isIdle, type ColumnFilter } from './columnFilter'
import { createRowChooser, holdRow, inOrderMade, type HeldRow, type TableSort } from './rows'
import { tableMemory } from './tableMemory'
import { useCellTexts, useColumns } from './useColumns'

const elementsOf = ({ elements }: MapView): MapView['elements'] => elements
const linksOf = ({ links }: MapView): MapView['links'] => links

const noFilters: ReadonlyMap<string, ColumnFilter> = new Map()

/** The rows and columns of a table, and what they are chosen by. */
export function useRows(tab: TableTab) {
  const { all, shown: columns } = useColumns(tab)
  const texts = useCellTexts()
  const elements = useView(elementsOf)
  const links = useView(linksOf)
  const types = useTieTypes()
  const memory = tableMemory(useWorkspace())
  const [sort, setSortNow] = useState(memory.sort)
  // Putting thousands of rows in order takes a while: what was pressed answers first.
  const setSort = useCallback((next: TableSort | undefined): void => startTransition(() => setSortNow(next)), [])
  const [find, setFind] = useState(memory.find ?? '')
  const [filters, setFilters] = useState(memory.filters ?? noFilters)
  useEffect(() => {
    Object.assign(memory, { sort, find, filters })
  }, [memory, sort, find, filters])
  const [held, hold] = useState<HeldRow>()
  const setFilter = useCallback(
    (column: string, filter: ColumnFilter): void => setFilters((known) => new Map([...known, [column, filter]])),
    [],
  )
  const degrees = useMemo(
    () => countLinkEnds(links.values(), types, (id) => elements.get(id)?.kind),
    [links, types, elements],
  )
  const seen = useSeen()
  const hidden = seen?.hidden
  const listed = useMemo(
    () => inOrderMade(elements.values()).filter(({ kind }) => isListed(tab, kind)),
    [elements, tab],
  )
  const looked = useMemo(
    () => (hidden === undefined || hidden.size === 0 ? listed : listed.filter(({ id }) => !hidden.has(id))),
    [listed, hidden],
  )
  const [chooseRows] = useState(createRowChooser)
  const chosen = useMemo(
    () => chooseRows(looked, { columns, degrees, texts, sort, find, filters }),
    [chooseRows, looked, columns, degrees, texts, sort, find, filters],
  )
  const rows = useMemo(() => holdRow(chosen, held, elements), [chosen, held, elements])
  const place = useMemo<TablePlace>(() => ({ rows, columns, degrees, texts }), [rows, columns, degrees, texts])
  return {
    place,
    allColumns: all,
    /** All elements of the tab, those that are not shown too. */
    listed,
    /** How many there are to choose from, and how many more one's look leaves out. */
    total: looked.length,
    hidden: listed.length - looked.length,
    /** Whom one's look leaves out. */
    hiddenIds: hidden,
    /** Those that one's look is not about. */
    faded: seen?.faded,
    sort,
    setSort,
    /** Some rows may not be shown because of what was looked for. */
    isNarrowed: find.trim() !== '' || [...filters.values()].some((filter) => !isIdle(filter)),
    find,
    setFind,
    filters,
    setFilter,
    showAll: (): void => {
      setFind('')
      setFilters(noFilters)
    },
    held,
    hold,
  }
}
export type TableRows = ReturnType<typeof useRows>
