import { useTranslations } from 'next-intl'
import { knownSectors } from '../../lib/model/sector'
import { SectorTag } from '../ui/SectorTag'

/** What the two letters and the colours stand for. */
export function SectorLegend({ sectors }: { readonly sectors: readonly string[] }) {
  const t = useTranslations('panels.sectors')
  const known = knownSectors.filter((sector) => sectors.includes(sector))
  const own = sectors.filter((sector) => !knownSectors.some((one) => one === sector))
  if (sectors.length === 0) return null
  return (
    <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1">
      {[...known, ...own].map((sector) => (
        <li key={sector} className="flex items-center gap-1.5 text-meta">
          <SectorTag sector={sector} />
          <span dir="auto">{t.has(sector) ? t(sector) : sector}</span>
        </li>
      ))}
    </ul>
  )
}
