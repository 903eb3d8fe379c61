'use client'
import { useTranslations } from 'next-intl'
import { useNumber } from '../../hooks/useNumber'
import type { NetworkAnswer } from '../../hooks/useNetwork'

/** The E-I index on its scale, with the counts behind it. */
export function AcrossMeter({ sectors }: { readonly sectors: NetworkAnswer['whole']['sectors'] }) {
  const t = useTranslations('network')
  const number = useNumber()
  const { index, expected, p, external, internal } = sectors.externalInternal
  if (index === null) return <p className="text-second text-muted">{t('noSectors')}</p>
  const place = (value: number): string => `${((value + 1) / 2) * 100}%`
  const said = (value: number): string => number(value, { signed: true })
  return (
    <section className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between">
        <h3 className="text-body font-semibold">{t('across.name')}</h3>
        <span className="text-body font-semibold tabular-nums">{said(index)}</span>
      </div>
      <div aria-hidden className="relative my-1.5 h-2 rounded-full bg-hairline" dir="ltr">
        <span
          className="absolute inset-y-0 bg-accent/45"
          style={{ left: place(Math.min(0, index)), right: `calc(100% - ${place(Math.max(0, index))})` }}
        />
        <span className="absolute -inset-y-1 left-1/2 w-px bg-ink" />
        <span
          className="absolute top-1/2 size-3.5 -translate-1/2 rounded-full bg-accent"
          style={{ left: place(index) }}
        />
      </div>
      <div aria-hidden className="flex justify-between text-meta text-muted" dir="ltr">
        <span>{t('across.within')}</span>
        <span>{t('across.between')}</span>
      </div>
      <p className="text-second text-muted">
        {t('across.counts', { external, internal, all: external + internal })}{' '}
        {expected === null ? t('across.fixed') : t('across.expected', { expected: said(expected) })}{' '}
        {p === null ? '' : t(p < 0.05 ? 'across.notChance' : 'across.chance')}
      </p>
    </section>
  )
}
