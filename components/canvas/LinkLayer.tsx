'use client'
import { useTranslations } from 'next-intl'
import { memo, useMemo } from 'react'
import type { LinkId } from '../../lib/base/ids'
import { placeGrownMarks } from '../../lib/geometry/grownMark'
import type { LinkShape } from '../../lib/geometry/linkShape'
import { markGrowth } from '../../lib/gesture/detail'
import { useObservable } from '../hooks/useObservable'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { CausalLinkMark, type SignWriting } from './CausalLinkMark'
import { RelationMark } from './RelationMark'
import { TieLetters } from './TieLetters'
import { TieMark } from './TieMark'
import { useStage } from './StageContext'
import { useHintScale } from './useHintScale'
import { useSpeech } from './useSpeech'

/**
 * All links in one svg under the elements: one layer for the browser to composite instead of one
 * per link, and nothing in it to hit, since hits are found by geometry.
 */
export const LinkLayer = memo(function LinkLayer() {
  const stage = useStage()
  const scene = useObservable(stage.scene)
  const focus = useObservable(stage.focus)
  const matches = useWorkspaceState((state) => state.spotlight)
  const speech = useSpeech()
  const t = useTranslations('canvas.signWords')
  const style = useView((view) => view.meta.signStyle ?? 'plus-minus')
  const writing = useMemo<SignWriting>(() => ({ style, words: { '+': t('plus'), '-': t('minus') } }), [style, t])
  const hintScale = useHintScale()
  const growth = hintScale === undefined ? undefined : markGrowth(hintScale)
  const { links, elements } = scene
  const grown = useMemo(
    () => (growth === undefined ? undefined : placeGrownMarks(links.values(), elements.values(), growth)),
    [links, elements, growth],
  )
  const focused: LinkId | undefined = focus.kind === 'link' ? focus.id : undefined
  const isDimmed = ({ id, link }: LinkShape): boolean =>
    link.paint?.faded === true || (matches !== undefined && !matches.links.has(id))
  return (
    <svg className="weft-links" width={1} height={1}>
      {Array.from(scene.links.values(), (shape) => {
        const props = {
          shape,
          name: speech.link(shape.link, scene),
          focused: shape.id === focused,
          growth,
          dimmed: isDimmed(shape),
        }
        switch (shape.link.kind) {
          case 'causal':
            return (
              <CausalLinkMark
                key={shape.id}
                {...props}
                writing={writing}
                signPlace={grown?.get(shape.id)?.sign}
                delayPlace={grown?.get(shape.id)?.delay}
              />
            )
          case 'tie':
            return <TieMark key={shape.id} {...props} />
          default:
            return <RelationMark key={shape.id} {...props} />
        }
      })}
      {Array.from(scene.links.values(), (shape) =>
        shape.link.kind === 'tie' || shape.tag !== undefined ? (
          <TieLetters key={shape.id} shape={shape} dimmed={isDimmed(shape)} growth={growth} />
        ) : null,
      )}
    </svg>
  )
})
