import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { RoundSetup } from '../../lib/practice/round'
import { classes } from '../ui/classes'

/** The field with its two axes and the lines through its middle. What stands on it is placed by shares of its sides. */
export function PointGrid({
  setup,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'div'>, 'ref'> & { readonly setup: Extract<RoundSetup, { kind: 'point' }> }) {
  const t = useTranslations('rounds.point')
  return (
    <div className={classes('flex w-full flex-col gap-1 self-center', className)}>
      <span className="text-meta text-muted" dir="auto">
        {t('axisUp', { name: setup.up.name })}
      </span>
      <div
        {...rest}
        className={classes(
          'relative aspect-square w-full rounded-button border border-node-border bg-canvas',
          rest.onPointerDown === undefined ? undefined : 'cursor-crosshair touch-none',
        )}
      >
        <span aria-hidden className="absolute inset-x-0 top-1/2 border-t border-dashed border-quiet-border" />
        <span aria-hidden className="absolute inset-y-0 left-1/2 border-s border-dashed border-quiet-border" />
        {children}
      </div>
      <span className="self-end text-meta text-muted" dir="auto">
        {t('axisAcross', { name: setup.across.name })}
      </span>
    </div>
  )
}
