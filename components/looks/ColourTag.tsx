import { shadePercent } from '../../lib/geometry/shadePercent'
import type { Hue } from '../../lib/model/hue'
import type { Shade } from '../../lib/model/paint'

/** The characters that stand for a colour, in that colour. Decorative: the word stands beside it. */
export function ColourTag({ tag, hue, shade }: { readonly tag: string; readonly hue?: Hue; readonly shade?: Shade }) {
  const border = shade === undefined ? `var(--color-hue-${hue ?? 'grey'}-border)` : 'var(--color-accent)'
  return (
    <span
      aria-hidden
      className="inline-flex h-4.5 min-w-6 shrink-0 items-center justify-center rounded px-0.5 text-tag leading-none font-semibold text-ink"
      style={{
        background:
          shade === undefined
            ? `var(--color-hue-${hue ?? 'grey'}-fill)`
            : `color-mix(in srgb, var(--color-accent) ${shadePercent[shade]}%, var(--color-panel))`,
        border: `1px solid ${border}`,
      }}
    >
      {tag}
    </span>
  )
}
