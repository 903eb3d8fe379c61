'use client'
import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { joinMap } from '../../lib/commands/joinMap'
import { mergeMap } from '../../lib/commands/mergeMap'
import type { FormatProblem } from '../../lib/formats/problem'
import type { ReadingChoices } from '../../lib/formats/readAs'
import type { ImportedMap } from '../../lib/formats/report'
import { computeScene } from '../../lib/geometry/scene'
import { labelKey } from '../../lib/model/label'
import { fromWeftMap } from '../../lib/model/mapFile'
import type { MapView } from '../../lib/model/mapView'
import { boardView } from '../../lib/model/position'
import { ImportReport } from '../home/ImportReport'
import { ReadAsChoice } from '../home/ReadAsChoice'
import { TiesReadAsChoice } from '../home/TiesReadAsChoice'
import { NewMapDialogs } from '../home/NewMapDialogs'
import { useNewMap } from '../home/useNewMap'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { useTieName } from '../hooks/useTieTypes'
import { useRun } from '../hooks/useRun'
import { useApiProblem } from '../hooks/useApiProblem'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { SegmentedControl } from '../ui/SegmentedControl'
import { Spinner } from '../ui/Spinner'
import { toast } from '../ui/toast'
import { LabelledRow } from './inspector/LabelledRow'
import { readFiles } from './readFiles'

type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly problem: FormatProblem }
  | {
      readonly kind: 'read'
      readonly files: readonly File[]
      readonly choices: ReadingChoices
      readonly imported: ImportedMap
    }

const acceptedFiles = '.json,.csv,.tsv,.txt,.png,.svg,application/json,text/csv,image/png,image/svg+xml'

/** Brings a file into this map, or makes a new map of it; says beforehand what it holds and what is lost. */
export function ImportDialog({ file, onClose }: { readonly file: File | undefined; readonly onClose: () => void }) {
  const t = useTranslations('panels.import')
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  const say = useApiProblem()
  const view = useView()
  const nameTie = useTieName()
  const [reading, setReading] = useState<Reading>({ kind: 'none' })
  const [doubles, setDoubles] = useState<'join' | 'keep'>('join')
  const newMap = useNewMap()

  const read = async (files: readonly File[], choices: ReadingChoices = {}): Promise<void> => {
    if (files.length === 0) return
    setReading({ kind: 'reading' })
    const result = await readFiles(files, choices)
    setReading(
      result.ok
        ? { kind: 'read', files, choices, imported: result.value }
        : { kind: 'refused', problem: result.reason },
    )
  }
  const started = useRef(false)
  useEffect(() => {
    if (file === undefined || started.current) return
    started.current = true
    void read([file])
  }, [file])

  const names = reading.kind === 'read' ? sharedNames(view, reading.imported) : []

  const merge = (): void => {
    if (reading.kind !== 'read') return
    const here = computeScene(editor.view.get(), boardView).bounds
    const there = computeScene(fromWeftMap(reading.imported.map), boardView).bounds
    const offset =
      here === undefined || there === undefined
        ? { x: 0, y: 0 }
        : { x: Math.round(here.x + here.width + 160 - there.x), y: Math.round(here.y - there.y) }
    const result = run(doubles === 'join' && names.length > 0 ? joinMap : mergeMap, {
      map: reading.imported.map,
      offset,
    })
    if (!result.ok) return
    onClose()
    const elements = result.value.select?.elements ?? []
    editor.select({ elements, links: [] })
    workspace.get().camera?.fit(elements.length > 0 ? elements : undefined)
    const { leftOut, keptWords = [] } = result.value
    const { links = 0, loops = 0, views = 0, scenarios = 0, positions = 0, claims = 0 } = leftOut ?? {}
    const isWhole = links + loops + views + scenarios + positions + claims === 0
    const told = [
      ...(isWhole ? [] : [t('leftOut', { links, loops, views, scenarios, positions, claims })]),
      ...(keptWords.length === 0
        ? []
        : [t('keptWords', { words: keptWords.map(nameTie).join(', '), count: keptWords.length })]),
    ]
    toast.success(t('done', { count: elements.length }), {
      ...(told.length === 0 ? {} : { description: told.join(' '), duration: 12_000 }),
    })
  }

  if (newMap.making.kind === 'asking-name' || newMap.making.kind === 'asking-key') {
    return <NewMapDialogs newMap={newMap} />
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title')}
      description={t('description')}
      footer={
        reading.kind === 'read' ? (
          <>
            <Button
              busy={newMap.making.kind === 'working'}
              onClick={() => newMap.make({ kind: 'files', files: reading.files, ...reading.choices, isTold: true })}
            >
              {t('asNew')}
            </Button>
            <Button variant="primary" onClick={merge}>
              {t('merge')}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4">
        <FileDrop onFiles={(files) => void read(files)} />
        {reading.kind === 'reading' ? (
          <p role="status" className="flex items-center gap-2 text-body text-muted">
            <Spinner />
            {t('reading')}
          </p>
        ) : null}
        {reading.kind === 'refused' ? <Refusal problem={reading.problem} /> : null}
        {reading.kind === 'read' ? (
          <>
            <ReadAsChoice
              report={reading.imported.report}
              as={reading.choices.as}
              onChange={(as) => void read(reading.files, { ...reading.choices, as })}
            />
            <TiesReadAsChoice
              report={reading.imported.report}
              ties={reading.choices.ties}
              onChange={(ties) => void read(reading.files, { ...reading.choices, ties })}
            />
            <ImportReport report={reading.imported.report} />
            {newMap.making.kind === 'failed' ? (
              <p role="alert" className="text-body text-danger">
                {say(newMap.making.problem)}
              </p>
            ) : null}
            {names.length > 0 ? (
              <LabelledRow label={t('doubles', { count: names.length })}>
                <p className="text-second text-muted" dir="auto">
                  {names.slice(0, 12).join(', ')}
                  {names.length > 12 ? t('moreNames', { count: names.length - 12 }) : ''}
                </p>
                <SegmentedControl
                  label={t('doubles', { count: names.length })}
                  value={doubles}
                  onChange={setDoubles}
                  segments={[
                    { value: 'join', label: t('join') },
                    { value: 'keep', label: t('keep') },
                  ]}
                />
              </LabelledRow>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

function Refusal({ problem }: { readonly problem: FormatProblem }) {
  const t = useTranslations('formats.problems')
  const { code, detail = '', where } = problem
  return (
    <p role="alert" className="text-body text-danger">
      {where === undefined ? '' : `${where}: `}
      {t(code, { detail, has: detail === '' ? 'no' : 'yes' })}
    </p>
  )
}

/** Names of elements that the map and the file have both, of the same kind. */
function sharedNames(view: MapView, { map }: ImportedMap): readonly string[] {
  const key = (element: { readonly kind: string; readonly label: string }): string =>
    `${element.kind} ${labelKey(element.label)}`
  const here = new Set([...view.elements.values()].filter(({ label }) => label !== '').map(key))
  const names = Object.values(map.elements).filter((element) => here.has(key(element)))
  return [...new Set(names.map(({ label }) => label))]
}

function FileDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations('panels.import')
  const id = useId()
  const [over, setOver] = useState(false)
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <label
        htmlFor={id}
        className={`flex flex-col items-center gap-2 rounded-card border-2 border-dashed px-4 py-6 text-center focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:bg-hover ${over ? 'border-accent bg-accent-tint' : 'border-quiet-border'}`}
      >
        <FileUp size={24} aria-hidden className="text-muted" />
        <span className="text-body font-medium">{t('choose')}</span>
        <span className="text-second text-muted">{t('formats')}</span>
        <input
          id={id}
          type="file"
          multiple
          accept={acceptedFiles}
          className="sr-only"
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
    </div>
  )
}
