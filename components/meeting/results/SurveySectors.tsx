'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { RoundOutcome, RoundSetup } from '../../../lib/practice/round'

/** What people of each sector said, where enough of them did. */
export function SurveySectors({
  setup,
  result,
  mean,
}: {
  readonly setup: Extract<RoundSetup, { kind: 'survey' }>
  readonly result: Extract<RoundOutcome, { kind: 'survey' }>
  readonly mean: (value: number | undefined) => string
}) {
  const t = useTranslations('surveys.result')
  const format = useFormatter()
  const groupName = (id: string): string => setup.groups.find((group) => group.id === id)?.name ?? id
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-body font-semibold">{t('sectors')}</h3>
      <dl className="flex flex-col">
        {result.sectors.map(({ id, people, groups }) => {
          const told = groups.filter((group) => group.mean !== undefined)
          return (
            <div key={id} className="border-b border-hairline py-2 text-second last:border-0">
              <dt className="flex flex-wrap items-baseline gap-x-2 font-medium">
                <span dir="auto">{setup.sectors.find((sector) => sector.id === id)?.name ?? id}</span>
                <span className="font-normal text-muted">{t('people', { people })}</span>
              </dt>
              <dd className={told.length === 0 ? 'text-muted' : 'tabular-nums'} dir="auto">
                {told.length === 0
                  ? t('tooFew')
                  : format.list(told.map((group) => t('mean', { name: groupName(group.id), mean: mean(group.mean) })))}
              </dd>
            </div>
          )
        })}
      </dl>
      <p className="text-meta text-muted">{t('sectorRule')}</p>
    </section>
  )
}
