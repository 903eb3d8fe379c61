'use client'
import { Palette } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { starMark } from '../../lib/geometry/starMark'
import { shades } from '../../lib/model/paint'
import type { SeenMap } from '../../lib/look/applyLook'
import { isSaid } from '../../lib/look/lookValue'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useTellBox } from '../hooks/useTellBox'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/IconButton'
import { Popover } from '../ui/Popover'
import { SectorTag } from '../ui/SectorTag'
import { islandLook } from '../panels/Island'
import { ColourTag } from './ColourTag'
import { useLookNames } from './lookNames'
import { useSeen } from './useSeen'

/** What the colours and sizes of the look stand for, as long as it has any of its own. */
export function LookLegend({
  folds = false,
}: {
  /** It opens from a button, where there is no room for it. */
  readonly folds?: boolean
}) {
  const t = useTranslations('looks')
  const isMap = useWorkspaceState((state) => state.view === 'map')
  const seen = useSeen()
  if (!isMap || seen === undefined || !hasLegend(seen)) return null
  if (folds) {
    return (
      <Popover
        label={t('legend')}
        align="end"
        className="flex max-h-[50dvh] w-72 flex-col gap-2 overflow-y-auto"
        trigger={
          <IconButton label={t('legend')} size="small" className="shrink-0">
            <Palette size={18} aria-hidden />
          </IconButton>
        }
      >
        <Colours seen={seen} />
        <Cards seen={seen} />
        <Leaders seen={seen} />
        <Sizes seen={seen} />
      </Popover>
    )
  }
  return <Standing seen={seen} />
}

/** Where there is room for it: at the foot of the map. */
function Standing({ seen }: { readonly seen: SeenMap }) {
  const t = useTranslations('looks')
  const box = useRef<HTMLElement>(null)
  useTellBox(box, 'legendBox')
  return (
    <section
      ref={box}
      aria-label={t('legend')}
      data-look-legend=""
      // It scrolls where there is more than room for it.
      tabIndex={0}
      className={classes(
        islandLook,
        'pointer-events-auto flex max-h-48 max-w-full flex-col gap-2 overflow-auto px-3 py-2',
      )}
    >
      <Colours seen={seen} />
      <Cards seen={seen} />
      <Leaders seen={seen} />
      <Sizes seen={seen} />
    </section>
  )
}

/** Whether there is something to explain. */
export function hasLegend(seen: SeenMap): boolean {
  const { colours, shades: shaded, sizes, leaders = 0 } = seen
  return (
    hasCards(seen) ||
    leaders > 0 ||
    (colours !== undefined && colours.categories.length > 0) ||
    shaded !== undefined ||
    sizes !== undefined
  )
}

function Colours({ seen: { colours, shades: scale } }: { readonly seen: SeenMap }) {
  const t = useTranslations('looks')
  const names = useLookNames()
  const workspace = useWorkspace()
  if (colours === undefined && scale === undefined) return null
  const by = names.by(colours?.by ?? scale?.by ?? '')
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta">
      <span className="font-medium">{t('legendColour', { name: by })}</span>
      {colours?.categories.map(({ value, hue, tag, count }) => (
        <span key={value ?? ''} className="flex items-center gap-1.5">
          {colours.by === 'sector' && value !== undefined ? (
            <SectorTag sector={value} />
          ) : (
            <ColourTag hue={hue} tag={tag} />
          )}
          <span dir="auto">
            {t('legendCount', {
              name:
                value !== undefined
                  ? names.value(colours.by, value)
                  : t(colours.by === 'community' ? 'ungrouped' : 'unsaid'),
              count,
            })}
          </span>
        </span>
      ))}
      {scale === undefined
        ? null
        : shades.map((shade) => (
            <span key={shade} className="flex items-center gap-1.5">
              <ColourTag shade={shade} tag={shade.toString()} />
              {t('shadeRange', {
                from: names.number((scale.most * (shade - 1)) / 5, scale.by),
                to: names.number((scale.most * shade) / 5, scale.by),
              })}
            </span>
          ))}
      {colours !== undefined && isSaid(colours.by) ? (
        <button
          type="button"
          className="min-h-6 text-accent underline underline-offset-2 pointer-coarse:min-h-11"
          onClick={() => workspace.update({ panel: 'pulse', spotlight: undefined, overlay: undefined })}
        >
          {t(`legendMore.${colours.by}`)}
        </button>
      ) : null}
    </div>
  )
}

/** Whether the cards have colours that are not told already. */
function hasCards({ cards, colours }: SeenMap): boolean {
  return cards !== undefined && cards.by !== colours?.by && cards.categories.length > 0
}

function Cards({ seen }: { readonly seen: SeenMap }) {
  const t = useTranslations('looks')
  const names = useLookNames()
  const { cards } = seen
  if (cards === undefined || !hasCards(seen)) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta">
      <span className="font-medium">{t('legendCards', { name: names.by(cards.by) })}</span>
      {cards.categories.map(({ value = '', hue, tag, count }) => (
        <span key={value} className="flex items-center gap-1.5">
          {cards.by === 'sector' ? <SectorTag sector={value} /> : <ColourTag hue={hue} tag={tag} />}
          <span dir="auto">{t('legendCount', { name: names.value(cards.by, value), count })}</span>
        </span>
      ))}
    </div>
  )
}

function Leaders({ seen: { leaders = 0 } }: { readonly seen: SeenMap }) {
  const t = useTranslations('looks')
  if (leaders === 0) return null
  return (
    <div className="flex items-center gap-1.5 text-meta">
      <svg aria-hidden width={14} height={14} viewBox="-7 -7 14 14" className="fill-ink">
        <path d={starMark.path} />
      </svg>
      <span>{t('legendCount', { name: t('leader'), count: leaders })}</span>
    </div>
  )
}

function Sizes({ seen: { sizes } }: { readonly seen: SeenMap }) {
  const t = useTranslations('looks')
  const names = useLookNames()
  if (sizes === undefined) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-meta">
      <span className="font-medium">{t('legendSize', { name: names.by(sizes.by) })}</span>
      <span>{t('sizeRange', { most: names.number(sizes.most, sizes.by) })}</span>
      {sizes.isTight ? <span className="text-muted">{t('sizeTight')}</span> : null}
    </div>
  )
}
