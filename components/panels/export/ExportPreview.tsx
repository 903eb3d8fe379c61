'use client'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import type { MapView } from '../../../lib/model/mapView'
import { useView } from '../../hooks/useMap'
import { ReportLines } from '../../home/ReportLines'
import { drawPicture, listExportLosses, pictureSize, withStyle, type ExportChoice } from './makeExport'
import { fontStyleFor } from './pageFonts'
import { textOfView } from './textOfView'

/** What the file cannot take along, before it is saved: whoever saves only this file would lose it. */
export function ExportLosses({ choice }: { readonly choice: ExportChoice }) {
  const t = useTranslations('panels.export')
  const view = useDeferredValue(useView())
  const late = useDeferredValue(choice)
  const lines = useMemo(() => listExportLosses(view, late), [view, late])
  return (
    <div className="min-w-0">
      <ReportLines title={t('lost', { count: lines.length })} lines={lines} open withReasons={false} />
    </div>
  )
}

/** The letters of the map as a stylesheet; empty until they are here. */
function useFontStyle(view: MapView): string {
  const [style, setStyle] = useState('')
  const text = useMemo(() => textOfView(view), [view])
  useEffect(() => {
    let current = true
    void fontStyleFor(text).then((made) => {
      if (current) setStyle(made)
    })
    return () => {
      current = false
    }
  }, [text])
  return style
}

/** The picture as it will be, with its size. */
export function ExportPreview({ choice }: { readonly choice: ExportChoice }) {
  const t = useTranslations('panels.export')
  const view = useView()
  // Drawing a large map takes a while; the controls must not wait for it.
  const shown = useDeferredValue(choice)
  const style = useFontStyle(view)
  const svg = useMemo(() => withStyle(drawPicture(view, shown).svg, style), [view, shown, style])
  const size = useMemo(() => pictureSize(view, shown), [view, shown])
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <div
        className="flex h-56 items-center justify-center overflow-hidden rounded-card border border-hairline p-2 sm:h-80"
        style={
          shown.background === 'transparent'
            ? {
                background:
                  'repeating-conic-gradient(var(--color-hairline) 0% 25%, var(--color-panel) 0% 50%) 0 0 / 16px 16px',
              }
            : { background: 'var(--color-canvas)' }
        }
      >
        {/* oxlint-disable-next-line nextjs/no-img-element -- made here and now: nothing to optimise or to fetch */}
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          alt={t('preview')}
          className="max-h-full max-w-full object-contain"
        />
      </div>
      <figcaption className="text-meta text-muted">
        {shown.format === 'png'
          ? t('pixels', { width: size.width, height: size.height })
          : t('units', { width: size.width, height: size.height })}
        {size.reduced ? (
          <span className="block text-warn">
            {t('reduced', {
              scale: Math.round(size.scale * 100) / 100,
              side: limits.picturePixelsPerSide,
              area: limits.picturePixels / 1_000_000,
            })}
          </span>
        ) : null}
      </figcaption>
    </figure>
  )
}
