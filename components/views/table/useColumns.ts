import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { readCustomFields } from '../../../lib/model/customField'
import { customFieldKinds } from '../../../lib/model/customField'
import type { MapView } from '../../../lib/model/mapView'
import { useView } from '../../hooks/useMap'
import { usePhone } from '../../hooks/useMedia'
import { useObservable } from '../../hooks/useObservable'
import { useSectorChoices, useSectorName, useUnofferedSectors } from '../../hooks/useSectors'
import { ownComma, ownDates } from '../../panels/fields/ownReading'
import { shareLevels, shareOf } from '../../panels/inspector/shareLevel'
import type { CellTexts } from './cells'
import { columnChoice, isShown } from './columnChoice'
import { makeColumns, type TableColumn, type TableTab } from './columns'

const fieldsOf = ({ meta }: MapView) => readCustomFields(meta)

/** The columns of a tab in the page's language: all that there are, and those that are shown. */
export function useColumns(tab: TableTab): {
  readonly all: readonly TableColumn[]
  readonly shown: readonly TableColumn[]
} {
  const t = useTranslations('table.names')
  const tInspector = useTranslations('panels.inspector')
  const tKind = useTranslations('panels.kinds')
  const fields = useView(fieldsOf)
  const sectors = useSectorChoices()
  const unoffered = useUnofferedSectors()
  const nameSector = useSectorName()
  const choices = useObservable(columnChoice)
  const isNarrow = usePhone()
  const all = useMemo(
    () =>
      makeColumns(tab, fields, isNarrow, {
        name: (column) => t(column),
        kinds: customFieldKinds.map((value) => ({ value, label: tKind(value) })),
        sectors: [
          ...sectors.map((value) => ({ value, label: nameSector(value) })),
          ...unoffered.map((value) => ({ value, label: nameSector(value), unoffered: true as const })),
        ],
        forms: {
          person: tInspector('forms.person'),
          organisation: tInspector('forms.organisation'),
          group: tInspector('forms.group'),
        },
        stances: {
          supports: tInspector('stances.supports'),
          neutral: tInspector('stances.neutral'),
          opposes: tInspector('stances.opposes'),
          mixed: tInspector('stances.mixed'),
        },
      }),
    [tab, fields, isNarrow, sectors, unoffered, nameSector, t, tInspector, tKind],
  )
  const shown = useMemo(() => all.filter((column) => isShown(choices, tab, column)), [all, choices, tab])
  return { all, shown }
}

/** The words that cells are written and read with. */
export function useCellTexts(): CellTexts {
  const t = useTranslations('table')
  const tLevel = useTranslations('panels.inspector.level')
  return useMemo(
    () => ({
      yes: t('yes'),
      comma: ownComma(),
      dates: ownDates(),
      levels: shareLevels.flatMap((level) => {
        const value = shareOf(level)
        return value === null ? [] : [{ label: tLevel(level), value }]
      }),
    }),
    [t, tLevel],
  )
}
