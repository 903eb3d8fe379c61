'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useNumber } from '../../hooks/useNumber'
import type { NetworkAnswer } from '../../hooks/useNetwork'
import { SectorTag } from '../../ui/SectorTag'
import { wholeMeasures, wholeValue } from './networkWords'
import { useSectorName } from './useSectorName'

/** The network as a whole in numbers, each with what it means, and why there is none where there is none. */
export function WholeSection({ whole }: { readonly whole: NetworkAnswer['whole'] }) {
  const t = useTranslations('network')
  const number = useNumber()
  return (
    <div className="flex flex-col gap-4">
      <dl className="flex flex-col gap-3">
        {wholeMeasures.map((measure) => {
          const value = wholeValue(whole, measure)
          return (
            <div key={measure}>
              <div className="flex items-baseline justify-between gap-3">
                <dt className="text-body font-medium">{t(`whole.${measure}.name`)}</dt>
                <dd className="text-body font-semibold tabular-nums">
                  {value === null ? t('notDefined') : number(value)}
                </dd>
              </div>
              <dd className="text-second text-muted">{t(`whole.${measure}.${value === null ? 'why' : 'meaning'}`)}</dd>
              <dd className="text-meta text-muted">{t('known', { name: t(`whole.${measure}.known`) })}</dd>
            </div>
          )
        })}
      </dl>
      <Mixing whole={whole} />
    </div>
  )
}

/** Who is tied to whom by sector, beside what chance would have. */
function Mixing({ whole: { sectors } }: { readonly whole: NetworkAnswer['whole'] }) {
  const t = useTranslations('network')
  const nameOf = useSectorName()
  const format = useFormatter()
  if (sectors.names.length < 2) return null
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('mixing')}</h3>
      <p className="text-second text-muted">{t('mixingHint')}</p>
      <div className="overflow-x-auto">
        <table className="text-second tabular-nums">
          <thead>
            <tr>
              <td />
              {sectors.names.map((name) => (
                <th key={name} scope="col" className="px-1 pb-1 font-normal" title={nameOf(name)}>
                  <SectorTag sector={name} />
                  <span className="sr-only">{nameOf(name)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sectors.names.map((from, row) => (
              <tr key={from}>
                <th scope="row" className="pe-2 text-start font-normal whitespace-nowrap">
                  <span className="inline-flex items-center gap-1.5">
                    <SectorTag sector={from} />
                    <span dir="auto">{nameOf(from)}</span>
                  </span>
                </th>
                {sectors.names.map((to, column) => {
                  const count = sectors.mixing[row]?.[column] ?? 0
                  const expected = sectors.expected[row]?.[column] ?? null
                  return (
                    <td
                      key={to}
                      className="min-w-10 border border-hairline px-1.5 py-1 text-center"
                      style={{
                        background: `color-mix(in srgb, var(--color-accent) ${Math.round(28 * Math.min(1, expected === null || expected === 0 ? 0 : count / expected / 2))}%, transparent)`,
                      }}
                    >
                      {count}
                      <span className="block text-meta text-muted">
                        {expected === null ? '–' : format.number(expected, { maximumFractionDigits: 1 })}
                      </span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
