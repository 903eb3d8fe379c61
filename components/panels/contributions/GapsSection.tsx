'use client'
import { useTranslations } from 'next-intl'
import { conflictSides, type ContributionConflict } from '../../../lib/analysis/contributionConflicts'
import type { ContributionGaps } from '../../../lib/analysis/contributions'
import type { ElementId } from '../../../lib/base/ids'
import { useSectorName } from '../../hooks/useSectors'
import { PanelPart } from '../practices/PanelPart'
import type { LedgerWords } from './useLedgerWords'

const most = 12
/** Of the variables that follow from a conflict so many are named. */
const mostAfter = 4

/** Who and what is left out of what people do: places that nobody serves, stakeholders and sectors that do nothing of it. */
export function GapsSection({
  gaps: { unserved, idle, missingSectors },
  hasAny,
  words,
  onChoose,
}: {
  readonly gaps: ContributionGaps
  /** Whether anybody contributes anything: else nobody can be left out of it. */
  readonly hasAny: boolean
  readonly words: LedgerWords
  readonly onChoose: (id: ElementId) => void
}) {
  const t = useTranslations('contributions.gaps')
  const nameOfSector = useSectorName()
  const isNone = unserved.length + idle.length + missingSectors.length === 0
  if (isNone && !hasAny) return null
  return (
    <PanelPart title={t('title')}>
      {isNone ? <p className="text-second text-muted">{t('none')}</p> : null}
      <Names title={t('unserved')} ids={unserved} words={words} onChoose={onChoose} />
      <Names title={t('idle')} ids={idle} words={words} onChoose={onChoose} />
      {missingSectors.length === 0 ? null : (
        <p className="text-second">{t('sectors', { names: missingSectors.map(nameOfSector).join(', ') })}</p>
      )}
    </PanelPart>
  )
}

/** Where contributions work against each other. */
export function ConflictsSection({
  conflicts,
  words,
  onChoose,
}: {
  readonly conflicts: readonly ContributionConflict[]
  readonly words: LedgerWords
  readonly onChoose: (id: ElementId) => void
}) {
  const t = useTranslations('contributions.conflicts')
  const quoted = (ids: readonly ElementId[]): string =>
    ids.map((id) => t('quoted', { name: words.nameOf(id) })).join(', ')
  return (
    <PanelPart title={t('title')}>
      {conflicts.length === 0 ? <p className="text-second text-muted">{t('none')}</p> : null}
      <ul className="-mx-2 flex flex-col">
        {conflicts.slice(0, most).map(({ variable, isDirect, after, ...sides }) => (
          <li key={variable}>
            <button
              type="button"
              onClick={() => onChoose(variable)}
              className="flex min-h-11 w-full flex-col gap-0.5 rounded-button px-2 py-1.5 text-start hover:bg-hover"
            >
              <span className="text-body font-medium text-warn" dir="auto">
                {t(isDirect ? 'direct' : 'reached', {
                  name: words.nameOf(variable),
                  count: conflictSides.reduce((sum, side) => sum + sides[side].length, 0),
                })}
              </span>
              {conflictSides.map((side) =>
                sides[side].length === 0 ? null : (
                  <span key={side} className="text-second text-muted" dir="auto">
                    {t(side, { names: quoted(sides[side]) })}
                  </span>
                ),
              )}
              {after.length === 0 ? null : (
                <span className="text-meta text-muted" dir="auto">
                  {t('after', {
                    names: after.slice(0, mostAfter).map(words.nameOf).join(', '),
                    count: Math.max(0, after.length - mostAfter),
                  })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {conflicts.length > most ? (
        <p className="text-meta text-muted">{t('more', { count: conflicts.length - most })}</p>
      ) : null}
    </PanelPart>
  )
}

function Names({
  title,
  ids,
  words,
  onChoose,
}: {
  readonly title: string
  readonly ids: readonly ElementId[]
  readonly words: LedgerWords
  readonly onChoose: (id: ElementId) => void
}) {
  const t = useTranslations('contributions.gaps')
  if (ids.length === 0) return null
  return (
    <div>
      <h4 className="pb-0.5 text-meta text-muted">{title}</h4>
      <ul className="-mx-2">
        {ids.slice(0, most).map((id) => (
          <li key={id}>
            <button
              type="button"
              dir="auto"
              onClick={() => onChoose(id)}
              className="min-h-8 w-full truncate rounded-button px-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
            >
              {words.nameOf(id)}
            </button>
          </li>
        ))}
      </ul>
      {ids.length > most ? <p className="text-meta text-muted">{t('more', { count: ids.length - most })}</p> : null}
    </div>
  )
}
