'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { lenses, type Lens } from '../../lib/look/lenses'
import { measureLensShare, type TieShare } from '../../lib/look/lensShares'
import type { MapView } from '../../lib/model/mapView'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useNetwork, type NetworkAnswer } from '../hooks/useNetwork'
import { Button } from '../ui/Button'
import { centralisationAlong, wholeValue } from '../panels/network/networkWords'
import { useLookNames } from './lookNames'
import { useShowLook } from './useLook'

/** Three ways to look at the whole, each with the number that it rests on and a question to go on with. */
export function LensesSection({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('looks')
  const { answer } = useNetwork()
  return (
    <div className="flex flex-col gap-4">
      <p className="text-second text-muted">{t('lens.intro')}</p>
      {answer === undefined ? (
        <p className="text-body text-muted">{t('working')}</p>
      ) : answer.whole.arcs === 0 ? (
        <p className="text-body text-muted">{t('lens.noTies')}</p>
      ) : (
        lenses.map((lens) => <LensCard key={lens.name} lens={lens} answer={answer} onShow={onShow} />)
      )}
    </div>
  )
}

const wholeOf = { modularity: 'modularity', wayThrough: 'betweennessCentralisation' } as const

function valueOfLens({ whole, actors }: NetworkAnswer, measure: Lens['measure']): number | null {
  switch (measure) {
    case 'across':
      return whole.sectors.externalInternal.index
    case 'wayThrough':
      return centralisationAlong(actors)
    case 'modularity':
      return wholeValue(whole, measure)
  }
}

function isSameShare(one: TieShare | undefined, other: TieShare | undefined): boolean {
  return one?.count === other?.count && one?.of === other?.of
}

function LensCard({
  lens,
  answer,
  onShow,
}: {
  readonly lens: Lens
  readonly answer: NetworkAnswer
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('looks.lens')
  const tNetwork = useTranslations('network')
  const names = useLookNames()
  const show = useShowLook()
  const isOn = useWorkspaceState((state) => state.look?.lens === lens.name)
  const card = useRef<HTMLElement>(null)
  // The others are as long, and would hide it.
  useEffect(() => {
    if (isOn) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isOn])
  const { measure } = lens
  const share = useView(
    useCallback((view: MapView) => measureLensShare(view, lens.share), [lens]),
    isSameShare,
  )
  const value = valueOfLens(answer, measure)
  const name =
    measure === 'across'
      ? tNetwork('across.name')
      : measure === 'wayThrough'
        ? t('wayThrough')
        : tNetwork(`whole.${wholeOf[measure]}.name`)
  return (
    <section
      ref={card}
      aria-label={t(`${lens.name}.name`)}
      className="flex flex-col gap-2 rounded-card border border-hairline p-3"
    >
      <h3 className="text-body font-semibold">{t(`${lens.name}.name`)}</h3>
      <p className="text-body font-medium tabular-nums">
        {share === undefined
          ? t(`${lens.name}.noShare`)
          : t(`${lens.name}.share`, { share: share.count / share.of, count: share.count, of: share.of })}
      </p>
      <p className="text-second tabular-nums">
        {t('value', { name, value: value === null ? tNetwork('notDefined') : names.number(value) })}
      </p>
      <p className="text-second text-muted">{t(`${lens.name}.meaning`)}</p>
      {value === null ? (
        <p className="text-second text-muted">
          {measure === 'across' ? tNetwork('noSectors') : tNetwork(`whole.${wholeOf[measure]}.why`)}
        </p>
      ) : null}
      <p className="text-second">
        <span className="font-medium">{t('next')}</span> {t(`${lens.name}.next`)}
      </p>
      <Button
        size="small"
        aria-pressed={isOn}
        onClick={() => {
          show(lens.look)
          onShow?.()
        }}
      >
        {t(isOn ? 'on' : 'show')}
      </Button>
    </section>
  )
}
