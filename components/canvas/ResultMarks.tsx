'use client'
import { useTranslations } from 'next-intl'
import { memo, useMemo } from 'react'
import { placeResultMarks } from '../../lib/geometry/resultMark'
import { useObservable } from '../hooks/useObservable'
import { useResultMarks } from '../panels/results/useResultMarks'
import { signRects } from './chipWishes'
import { lockRects } from './lockPlaces'
import { useStage } from './StageContext'
import './resultMarks.css'

/** Seen from farther away they would be specks. */
const nearest = 0.45

/** Marks at the variables that results measure: the latest reading, which way it went, and how that is to what people want. */
export const ResultMarks = memo(function ResultMarks() {
  const marks = useResultMarks()
  return marks.size === 0 ? null : <Marks marks={marks} />
})

function Marks({ marks }: { readonly marks: ReturnType<typeof useResultMarks> }) {
  const t = useTranslations('results')
  const stage = useStage()
  const scene = useObservable(stage.scene)
  const isNear = useObservable(stage.viewport.zoom, (zoom) => zoom >= nearest)
  const places = useMemo(
    () => placeResultMarks(scene.elements, marks, [...signRects(scene), ...lockRects(scene)]),
    [scene, marks],
  )
  if (!isNear) return null
  return Array.from(places, ([id, { x, y, width, height }]) => {
    const mark = marks.get(id)
    const element = scene.elements.get(id)?.element
    if (mark === undefined || element === undefined) return null
    return (
      <span
        key={id}
        role="img"
        className="weft-result-mark"
        data-tone={mark.tone}
        data-faded={element.paint?.faded || undefined}
        aria-label={t('mark', { name: element.label, about: mark.about, text: mark.text })}
        style={{ left: x, top: y, width, height }}
      >
        {mark.text}
      </span>
    )
  })
}
