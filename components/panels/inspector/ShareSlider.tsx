'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classes } from '../../ui/classes'

/** A share by hand, in hundredths. What is dragged is said when it is let go, so that it is one step to undo. */
export function ShareSlider({
  label,
  share,
  disabled,
  onSet,
}: {
  readonly label: string
  readonly share: number | undefined
  readonly disabled: boolean
  readonly onSet: (share: number) => void
}) {
  const t = useTranslations('panels.inspector')
  const [drawn, setDrawn] = useState<number>()
  const value = drawn ?? (share === undefined ? undefined : Math.round(share * 100))
  const say = (): void => {
    setDrawn(undefined)
    if (drawn !== undefined && drawn / 100 !== share) onSet(drawn / 100)
  }
  const said = value === undefined ? t('level.none') : t('percent', { percent: value })
  return (
    <span className="flex items-center gap-2">
      <input
        type="range"
        min={0}
        max={100}
        step={1}
        aria-label={t('slider', { name: label })}
        aria-valuetext={said}
        disabled={disabled}
        value={value ?? 50}
        onChange={({ target }) => setDrawn(Number(target.value))}
        onPointerUp={say}
        onKeyUp={say}
        onBlur={say}
        className={classes(
          'min-w-0 flex-1 accent-[var(--color-accent)] pointer-coarse:h-11',
          value === undefined && 'opacity-40',
        )}
      />
      <span aria-hidden className="w-12 text-end text-second text-muted tabular-nums">
        {value === undefined ? '–' : said}
      </span>
    </span>
  )
}
