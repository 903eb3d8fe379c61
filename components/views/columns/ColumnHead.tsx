import { useTranslations } from 'next-intl'
import { classes } from '../../ui/classes'
import { SectorTag } from '../../ui/SectorTag'
import type { PlacedColumn } from '../../../lib/layout/columnPlaces'
import type { SectorTies } from '../../../lib/layout/sectorTies'

/** The head and the ground of a column: the sector, how many are in it, and whether it is tied to the others. */
export function ColumnHead({
  column: { sector, left, width, members },
  name,
  ties,
}: {
  readonly column: PlacedColumn
  readonly name: string
  readonly ties: SectorTies | undefined
}) {
  const t = useTranslations('views.columns')
  const isAlone = members.length > 0 && (ties === undefined || ties.outside === 0)
  return (
    <div className="absolute inset-y-0 rounded-card bg-panel/60" style={{ left: left - 8, width: width + 16 }}>
      <div className="px-2.5 pt-2">
        <h3 className="flex items-center gap-1.5 text-second font-semibold">
          {sector === undefined ? null : <SectorTag sector={sector} />}
          <span dir="auto" className="min-w-0 truncate">
            {name}
          </span>
          <span className="ms-auto font-normal text-muted">{members.length}</span>
        </h3>
        <p className={classes('text-meta', isAlone ? 'font-medium text-warn' : 'text-muted')}>
          {members.length === 0
            ? t('nobody')
            : isAlone
              ? t('alone')
              : t('ties', { within: ties?.within ?? 0, outside: ties?.outside ?? 0 })}
        </p>
      </div>
    </div>
  )
}
