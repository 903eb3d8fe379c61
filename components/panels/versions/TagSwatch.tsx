import type { Hue } from '../../../lib/model/hue'

/** A colour with the characters that go with it, as a picture has them. */
export function TagSwatch({ hue, tag }: { readonly hue: Hue; readonly tag: string }) {
  return (
    <span
      aria-hidden
      className="inline-flex h-4 min-w-5 items-center justify-center rounded-full border px-1 text-[0.6875rem] leading-none font-semibold"
      style={{
        background: `var(--color-hue-${hue}-fill)`,
        borderColor: `var(--color-hue-${hue}-border)`,
        color: `var(--color-hue-${hue}-border)`,
      }}
    >
      {tag}
    </span>
  )
}
