import { findSectorStyle, sectorTag } from '../../lib/model/sector'

/** A sector's two letters in its colours. Decorative: the word stands beside it. */
export function SectorTag({ sector }: { readonly sector: string }) {
  const style = findSectorStyle(sector)
  return (
    <span
      aria-hidden
      className="inline-flex h-4.5 min-w-6 shrink-0 items-center justify-center rounded px-0.5 text-tag font-semibold text-ink"
      style={{
        background: `var(--color-sector-${style}-fill)`,
        border: `1px solid var(--color-sector-${style}-border)`,
      }}
    >
      {sectorTag(sector)}
    </span>
  )
}
