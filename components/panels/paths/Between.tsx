'use client'
import { ArrowUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { MapPath, PathReply } from '../../../lib/analysis/pathQuestion'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useElement } from '../../hooks/useMap'
import { usePaths } from '../../hooks/usePaths'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useRowList } from '../analysis/useRowList'
import { Disagreements } from './Disagreements'
import { PathRow } from './PathRow'
import { PathStory } from './PathStory'
import { useShown } from './useShown'
import type { useSlots } from './useSlots'
import { VariableSlot } from './VariableSlot'

/** Scale of the map below which names are hard to read. */
const leastReadable = 0.6

type Answer = Extract<PathReply, { readonly kind: 'between' }>

/** What one variable does to another: by which ways, and whether they agree. */
export function Between({
  slots: { from, to, waiting },
  wait,
  fill,
  swap,
  onShow,
}: ReturnType<typeof useSlots> & { readonly onShow: (() => void) | undefined }) {
  const t = useTranslations('paths')
  const isAsked = from !== undefined && to !== undefined && from !== to
  const reply = usePaths(isAsked ? { kind: 'between', from, to } : undefined)
  const answer = reply?.kind === 'between' ? reply : undefined
  const names = { from: useElement(from)?.label ?? '', to: useElement(to)?.label ?? '' }
  const [chosen, setChosen] = useState<string>()
  const paths = answer?.paths
  const keys = useMemo(() => paths?.map(keyOf) ?? [], [paths])
  const { lit: hovered, list, row } = useRowList(keys, chosen)
  const hasWays = paths !== undefined && paths.length > 0
  const marks = useMemo(
    () =>
      hasWays && from !== undefined && to !== undefined
        ? {
            name: t('shown.between', { from: names.from, to: names.to }),
            elements: new Map([
              [from, { text: t('ends.from'), news: true }],
              [to, { text: t('ends.to'), news: true }],
            ]),
          }
        : undefined,
    [hasWays, from, to, names.from, names.to, t],
  )
  const shown = useMemo(() => {
    if (paths === undefined || paths.length === 0) return undefined
    const lit = paths.find((path) => keyOf(path) === hovered) ?? paths.find((path) => keyOf(path) === chosen)
    const all = lit === undefined ? paths : [lit]
    return {
      name: t('shown.between', { from: names.from, to: names.to }),
      elements: new Set(all.flatMap(({ variables }) => variables)),
      links: new Set(all.flatMap(({ links }) => links)),
    }
  }, [paths, hovered, chosen, names.from, names.to, t])
  // Of a hundred ways together no name could be read: the one that was chosen, or else the shortest.
  const focus = (paths?.find((path) => keyOf(path) === chosen) ?? paths?.[0])?.variables
  const showOnMap = useShown(shown, onShow, { marks, focus })
  const workspace = useWorkspace()
  const choose = (path: MapPath): void => {
    const isChosen = keyOf(path) === chosen
    setChosen(isChosen ? undefined : keyOf(path))
    if (isChosen || onShow !== undefined) return
    const { camera } = workspace.get()
    // Where the map is too small for its names, the way is drawn as large as it can be.
    if (camera !== undefined && camera.zoom.get() < leastReadable) camera.fit(path.variables)
    else camera?.revealWhole?.(path.variables)
  }
  return (
    <>
      <div className="flex flex-col gap-2 px-4 pb-2">
        <VariableSlot
          label={t('from')}
          value={from}
          waiting={waiting === 'from'}
          onWait={() => wait('from')}
          onPick={(id) => fill('from', id)}
        />
        <div className="flex items-end gap-1.5">
          <div className="min-w-0 flex-1">
            <VariableSlot
              label={t('to')}
              value={to}
              waiting={waiting === 'to'}
              onWait={() => wait('to')}
              onPick={(id) => fill('to', id)}
            />
          </div>
          <IconButton label={t('swap')} onClick={swap}>
            <ArrowUpDown size={18} aria-hidden />
          </IconButton>
        </div>
        <div role="status" className="pt-1">
          {!isAsked ? (
            <p className="text-meta text-muted">{t(from !== undefined && from === to ? 'same' : 'askBetween')}</p>
          ) : answer === undefined ? (
            <p className="text-meta text-muted">{t(reply?.kind === 'gone' ? 'noLinks' : 'looking')}</p>
          ) : (
            <Verdict answer={answer} names={names} />
          )}
        </div>
        {showOnMap === undefined ? null : (
          <Button size="small" wide onClick={showOnMap}>
            {t('onMap')}
          </Button>
        )}
      </div>
      {answer === undefined ? null : (
        <ul aria-label={t('ways')} {...list} className="px-1.5 pb-1.5">
          {answer.paths.map((path) => {
            const key = keyOf(path)
            return (
              <PathRow key={key} path={path} stop={row(key)} current={key === chosen} onChoose={() => choose(path)} />
            )
          })}
        </ul>
      )}
    </>
  )
}

function keyOf(path: MapPath): string {
  return path.links.join(' ')
}

/** The answer in one sentence, the counts behind it, and the shortest way of each sign in words. */
function Verdict({
  answer,
  names,
}: {
  readonly answer: Answer
  readonly names: { readonly from: string; readonly to: string }
}) {
  const t = useTranslations('paths')
  const { verdict, positive, negative, undecided, contested, isComplete, isCertain, paths } = answer
  const isContested = verdict === 'undecided' && contested !== undefined && contested.ways === undecided
  const shortest = ([1, -1, 0] as const).flatMap((sign) => paths.find((path) => path.sign === sign) ?? [])
  return (
    <div className="flex flex-col gap-2">
      <p className="text-body font-medium">{t(`verdicts.${isContested ? 'contested' : verdict}`, names)}</p>
      {verdict === 'none' ? null : (
        <p className="text-meta text-muted">
          <span>
            {t(isComplete ? 'counts' : 'countsAtLeast', {
              positive,
              negative,
              contested: contested?.ways ?? 0,
              undecided: undecided - (contested?.ways ?? 0),
            })}
          </span>{' '}
          {isCertain ? null : <span>{t('notCertain')}</span>}
        </p>
      )}
      {contested === undefined ? null : <Disagreements links={contested.links} />}
      {shortest.length < 2 ? null : (
        <dl className="flex flex-col gap-1.5 text-second">
          {shortest.map((path) => (
            <div key={path.sign}>
              <dt className="text-meta font-semibold text-muted">{t(`shortest.${signKey(path)}`)}</dt>
              <dd className="leading-relaxed">
                <PathStory path={path} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function signKey({ sign }: MapPath): 'same' | 'opposite' | 'unknown' {
  return sign > 0 ? 'same' : sign < 0 ? 'opposite' : 'unknown'
}
