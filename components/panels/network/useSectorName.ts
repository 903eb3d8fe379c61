import { useTranslations } from 'next-intl'

/** What a sector is called; words of the map's own are said as they are. */
export function useSectorName(): (sector: string) => string {
  const t = useTranslations('panels.sectors')
  return (sector) => (t.has(sector) ? t(sector) : sector)
}
