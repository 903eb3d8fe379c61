'use client'
import { Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import type { PictureScope } from '../../../lib/render/scope'
import { hasAuthors } from '../../../lib/model/authors'
import { hasPersonalFields } from '../../../lib/model/personal'
import type { ViewChoice } from '../../../lib/render/views/drawView'
import { picturedViews, type PicturedView } from '../../../lib/render/views/viewTexts'
import { fileComments } from '../../../lib/protocol/commentFile'
import { useWorkspace } from '../../hooks/EditorProvider'
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
import { FormatField } from '../FormatField'
import { useFiledRounds } from '../../meeting/useFiledRounds'
import { useThreads } from '../../meeting/comments/useComments'
import { useSeenPicture } from '../../looks/useSeenPicture'
import { viewMemory } from '../../views/viewMemory'
import { LabelledRow } from '../inspector/LabelledRow'
import { ExportLosses, ExportPreview } from './ExportPreview'
import { PersonalNames } from './PersonalNames'
import { exportFormats, isPicture, makeExport, type ExportChoice, type ExportFormat } from './makeExport'
import { useResultMarks } from '../results/useResultMarks'
import { useRenderTexts } from './useRenderTexts'
import { useViewTexts } from './useViewTexts'
import { ViewFields } from './ViewFields'

const scales = ['1', '2', '4'] as const
const backgrounds = ['white', 'transparent', 'canvas'] as const
const wholeMap = 'all'
const selected = 'selection'

/** Takes the map home: as a picture that carries the map inside, or as a file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.export')
  const tLooks = useTranslations('looks')
  const tViews = useTranslations('views')
  const view = useView()
  const selection = useSelection()
  const texts = useRenderTexts()
  const results = useResultMarks()
  const { dark } = useTheme()
  const [format, setFormat] = useState<ExportFormat>('png')
  const [scopeName, setScopeName] = useState(selection.elements.length > 1 ? selected : wholeMap)
  const [scale, setScale] = useState<(typeof scales)[number]>('2')
  const [background, setBackground] = useState<(typeof backgrounds)[number]>('white')
  const [theme, setTheme] = useState<'light' | 'dark'>(dark ? 'dark' : 'light')
  const workspace = useWorkspace()
  const [asked, setShown] = useState<'map' | PicturedView>(
    () => picturedViews.find((name) => name === workspace.get().view) ?? 'map',
  )
  const [viewChoice, setViewChoice] = useState<ViewChoice>(() => ({ ...viewMemory(workspace) }))
  // A view without names of axes and colours says little: it has both unless told otherwise.
  const [saidLegend, setLegend] = useState<boolean>()
  const [saidTitle, setTitle] = useState<boolean>()
  const words = useViewTexts()
  const formatter = useFormatter()
  const [date] = useState(() => formatter.dateTime(new Date(), { dateStyle: 'long' }))
  const [personal, setPersonal] = useState(false)
  const [asSeen, setAsSeen] = useState(true)
  const tComments = useTranslations('comments')
  const threads = useThreads()
  const [withComments, setWithComments] = useState(false)
  const tRounds = useTranslations('rounds')
  const rounds = useFiledRounds()
  const [withRounds, setWithRounds] = useState(true)
  const seen = useSeenPicture()
  const [busy, setBusy] = useState(false)

  const frames = useMemo(
    () => [...view.elements.values()].filter((element) => element.kind === 'frame'),
    [view.elements],
  )
  const isSigned = useMemo(() => hasAuthors(view), [view])
  const hasPersonal = useMemo(() => hasPersonalFields(view), [view])
  const hasStakeholders = useMemo(
    () => [...view.elements.values()].some(({ kind }) => kind === 'stakeholder'),
    [view.elements],
  )
  const shown = hasStakeholders ? asked : 'map'
  const legend = saidLegend ?? shown !== 'map'
  const title = saidTitle ?? shown !== 'map'
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
      results,
      seen: look,
      shown,
      viewChoice,
      words,
      date,
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
    results,
    asSeen,
    seen,
    withComments,
    threads,
    shown,
    viewChoice,
    words,
    date,
  ])

  const save = async (): Promise<void> => {
    setBusy(true)
    const asked = format === 'weft' && withRounds ? await rounds.fetch(personal) : undefined
    const made = await makeExport(view, { ...choice, rounds: asked })
    setBusy(false)
    if (!made.ok) {
      toast.error(t('cannotDraw'))
      return
    }
    // Pictures of several views lie beside each other where files go.
    const name =
      isPicture(format) && shown !== 'map' ? `${view.meta.title} ${tViews(`names.${shown}`)}` : view.meta.title
    downloadFile(made.value.blob, fileNameOf(name, made.value.extension))
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
          <FormatField formats={exportFormats} value={format} onChange={setFormat} words={t} />
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
          {isPicture(format) && hasStakeholders ? (
            <ViewFields shown={shown} choice={viewChoice} onShow={setShown} onChoose={setViewChoice} />
          ) : null}
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
        </div>
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          {isPicture(format) ? <ExportPreview choice={choice} /> : <ExportLosses choice={choice} />}
          {format === 'weft' && threads !== undefined && threads.length > 0 ? (
            <Checkbox
              label={tComments('export')}
              hint={tComments('exportHint')}
              checked={withComments}
              onChange={setWithComments}
            />
          ) : null}
          {format === 'weft' && rounds.count > 0 ? (
            <Checkbox
              label={tRounds('export')}
              hint={tRounds('exportHint')}
              checked={withRounds}
              onChange={setWithRounds}
            />
          ) : null}
          {hasPersonal || (format === 'weft' && withRounds && rounds.isPersonal) ? (
            <Checkbox
              label={t('withPersonal')}
              hint={t(
                !isPicture(format) ? 'personalInFile' : shown === 'grid' ? 'personalInGrid' : 'personalInPicture',
              )}
              checked={personal}
              onChange={setPersonal}
            />
          ) : null}
          {hasPersonal && !personal && !(isPicture(format) && shown === 'grid') ? (
            <PersonalNames scope={choice.scope} />
          ) : null}
          {format !== 'kumu' && isSigned ? <p className="text-meta text-muted">{t('authors')}</p> : null}
        </div>
      </div>
    </Dialog>
  )
}
