'use client'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import type { ElementId } from '../../../lib/base/ids'
import type { PictureScope } from '../../../lib/render/scope'
import type { MapView } from '../../../lib/model/mapView'
import { hasPersonalFields } from '../../../lib/model/personal'
import { fileComments } from '../../../lib/protocol/commentFile'
import { useSelection, useView } from '../../hooks/useMap'
import { useTheme } from '../../hooks/useTheme'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import { toast } from '../../ui/toast'
import { downloadFile, fileNameOf } from '../download'
import { useThreads } from '../../meeting/comments/useComments'
import { useSeenPicture } from '../../looks/useSeenPicture'
import { ReportLines } from '../../home/ReportLines'
import { LabelledRow } from '../inspector/LabelledRow'
import {
  drawPicture,
  exportFormats,
  isPicture,
  listExportLosses,
  makeExport,
  pictureSize,
  withStyle,
  type ExportChoice,
  type ExportFormat,
} from './makeExport'
import { fontStyleFor } from './pageFonts'
import { textOfView } from './scopeView'
import { useRenderTexts } from './useRenderTexts'

const scales = ['1', '2', '4'] as const
const backgrounds = ['white', 'transparent', 'canvas'] as const
const wholeMap = 'all'
const selected = 'selection'

/** Takes the map home: as a picture that carries the map inside, or as a file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.export')
  const tLooks = useTranslations('looks')
  const view = useView()
  const selection = useSelection()
  const texts = useRenderTexts()
  const { dark } = useTheme()
  const [format, setFormat] = useState<ExportFormat>('png')
  const [scopeName, setScopeName] = useState(selection.elements.length > 1 ? selected : wholeMap)
  const [scale, setScale] = useState<(typeof scales)[number]>('2')
  const [background, setBackground] = useState<(typeof backgrounds)[number]>('white')
  const [theme, setTheme] = useState<'light' | 'dark'>(dark ? 'dark' : 'light')
  const [legend, setLegend] = useState(false)
  const [title, setTitle] = useState(false)
  const [personal, setPersonal] = useState(false)
  const [asSeen, setAsSeen] = useState(true)
  const tComments = useTranslations('comments')
  const threads = useThreads()
  const [withComments, setWithComments] = useState(false)
  const seen = useSeenPicture()
  const [busy, setBusy] = useState(false)

  const frames = useMemo(
    () => [...view.elements.values()].filter((element) => element.kind === 'frame'),
    [view.elements],
  )
  const isPersonal = useMemo(() => hasPersonalFields(view), [view])
  const choice = useMemo((): ExportChoice => {
    const scope: PictureScope =
      scopeName === wholeMap
        ? { kind: 'all' }
        : scopeName === selected
          ? { kind: 'elements', ids: selection.elements }
          : { kind: 'frame', id: scopeName as ElementId }
    const look = asSeen ? seen : undefined
    const comments = withComments && threads !== undefined ? fileComments(threads) : undefined
    return {
      comments,
      format,
      scope,
      scale: Number(scale),
      background,
      theme,
      legend,
      title,
      personal,
      texts,
      seen: look,
    }
  }, [
    format,
    scopeName,
    selection.elements,
    scale,
    background,
    theme,
    legend,
    title,
    personal,
    texts,
    asSeen,
    seen,
    withComments,
    threads,
  ])

  const save = async (): Promise<void> => {
    setBusy(true)
    const made = await makeExport(view, choice)
    setBusy(false)
    if (!made.ok) {
      toast.error(t('cannotDraw'))
      return
    }
    downloadFile(made.value.blob, fileNameOf(view.meta.title, made.value.extension))
    toast.success(t('done'))
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="large"
      title={t('title')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" busy={busy} icon={<Download size={16} aria-hidden />} onClick={() => void save()}>
            {t('save', { format: t(`formats.${format}`) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 sm:flex-row">
        <div className="flex flex-col gap-4 sm:w-72 sm:shrink-0">
          <Field label={t('format')} hint={t(`about.${format}`)}>
            {({ id }) => (
              <Select
                id={id}
                value={format}
                onChange={setFormat}
                options={exportFormats.map((value) => ({ value, label: t(`formats.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('scope')}>
            {({ id }) => (
              <Select
                id={id}
                value={scopeName}
                onChange={setScopeName}
                options={[
                  { value: wholeMap, label: t('all') },
                  ...(selection.elements.length > 0
                    ? [{ value: selected, label: t('selection', { count: selection.elements.length }) }]
                    : []),
                  ...frames.map((frame) => ({
                    value: frame.id as string,
                    label: t('frame', { name: frame.label === '' ? t('unnamedFrame') : frame.label }),
                  })),
                ]}
              />
            )}
          </Field>
          {format === 'png' ? (
            <LabelledRow label={t('size')}>
              <SegmentedControl
                label={t('size')}
                value={scale}
                onChange={setScale}
                segments={scales.map((value) => ({ value, label: t('times', { scale: value }) }))}
              />
            </LabelledRow>
          ) : null}
          {isPicture(format) ? (
            <>
              <LabelledRow label={t('background')}>
                <SegmentedControl
                  label={t('background')}
                  value={background}
                  onChange={setBackground}
                  segments={backgrounds.map((value) => ({ value, label: t(`backgrounds.${value}`) }))}
                />
              </LabelledRow>
              <LabelledRow label={t('theme')} note={background === 'white' ? t('whiteIsLight') : undefined}>
                <SegmentedControl
                  label={t('theme')}
                  value={background === 'white' ? 'light' : theme}
                  disabled={background === 'white'}
                  onChange={setTheme}
                  segments={[
                    { value: 'light', label: t('light') },
                    { value: 'dark', label: t('dark') },
                  ]}
                />
              </LabelledRow>
              <div className="flex flex-col gap-2">
                {seen === undefined ? null : (
                  <Checkbox
                    label={tLooks('asSeen')}
                    hint={tLooks('asSeenHint')}
                    checked={asSeen}
                    onChange={setAsSeen}
                  />
                )}
                <Checkbox label={t('withTitle')} checked={title} onChange={setTitle} />
                <Checkbox label={t('withLegend')} checked={legend} onChange={setLegend} />
              </div>
            </>
          ) : null}
          {format === 'weft' && threads !== undefined && threads.length > 0 ? (
            <Checkbox
              label={tComments('export')}
              hint={tComments('exportHint')}
              checked={withComments}
              onChange={setWithComments}
            />
          ) : null}
          {isPersonal ? (
            <Checkbox
              label={t('withPersonal')}
              hint={t(isPicture(format) ? 'personalInPicture' : 'personalInFile')}
              checked={personal}
              onChange={setPersonal}
            />
          ) : null}
        </div>
        {isPicture(format) ? <Preview choice={choice} /> : <Losses choice={choice} />}
      </div>
    </Dialog>
  )
}

/** What the file cannot take along, before it is saved: whoever saves only this file would lose it. */
function Losses({ choice }: { readonly choice: ExportChoice }) {
  const t = useTranslations('panels.export')
  const view = useDeferredValue(useView())
  const late = useDeferredValue(choice)
  const lines = useMemo(() => listExportLosses(view, late), [view, late])
  return (
    <div className="min-w-0 flex-1">
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

function Preview({ choice }: { readonly choice: ExportChoice }) {
  const t = useTranslations('panels.export')
  const view = useView()
  // Drawing a large map takes a while; the controls must not wait for it.
  const shown = useDeferredValue(choice)
  const style = useFontStyle(view)
  const svg = useMemo(() => withStyle(drawPicture(view, shown).svg, style), [view, shown, style])
  const size = useMemo(() => pictureSize(view, shown), [view, shown])
  return (
    <figure className="flex min-w-0 flex-1 flex-col gap-2">
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
        {/* A picture made here and now: nothing to optimise or to fetch. */}
        {/* oxlint-disable-next-line nextjs/no-img-element */}
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
