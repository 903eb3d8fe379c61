import { layoutSectorTag } from '../../lib/geometry/sectorPattern'
import type { SectorLook } from '../../lib/model/sector'
import { useSectors } from '../hooks/useSectors'
import { classes } from './classes'
import { PatternBand } from './PatternBand'

/** A sector's two letters in its colours, with its pattern. Decorative: the word stands beside it. */
export function SectorTag({ sector }: { readonly sector: string }) {
  return <SectorLookTag look={useSectors().of(sector)} />
}

const size = { width: 24, height: 22 } as const

/** The same of a look that is at hand. */
export function SectorLookTag({ look }: { readonly look: Pick<SectorLook, 'colour' | 'tag' | 'pattern'> }) {
  const layout = layoutSectorTag(look.pattern, size)
  const hasPattern = layout.pattern !== ''
  return (
    <span
      aria-hidden
      className={classes(
        'relative inline-flex shrink-0 items-center justify-center rounded px-0.5 text-tag leading-none font-semibold text-ink',
        hasPattern ? 'h-5.5 w-6' : 'h-4.5 min-w-6',
      )}
      style={{
        background: `var(--color-hue-${look.colour}-fill)`,
        border: `1px solid var(--color-hue-${look.colour}-border)`,
        paddingBottom: hasPattern ? size.height - layout.letters * 2 : undefined,
      }}
    >
      {look.tag}
      <PatternBand pattern={look.pattern} layout={layout} />
    </span>
  )
}
