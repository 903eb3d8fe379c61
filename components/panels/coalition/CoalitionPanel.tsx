'use client'
import { Download, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { writeCsvCells } from '../../../lib/formats/csvWriter'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useMayEdit } from '../../hooks/useMayEdit'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { Select } from '../../ui/Select'
import { downloadFile, fileNameOf } from '../download'
import { CharterPart } from './CharterPart'
import { lookedAt } from './lookedAt'
import { MembersPart } from './MembersPart'
import { NewCoalition } from './NewCoalition'
import { NextPart } from './NextPart'
import { useCoalitions } from './useCoalitions'
import { useCoalitionWords } from './useCoalitionWords'
import { useMembersOnMap } from './useMembersOnMap'

const parts = ['members', 'next', 'charter'] as const
type Part = (typeof parts)[number]

/** Who of the map works together: members, which sectors are missing, whom to ask next and by whom, and the charter. */
export function CoalitionPanel({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('coalition')
  const editor = useEditor()
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  const words = useCoalitionWords()
  const { all, looked, members, ground } = useCoalitions()
  const [part, setPart] = useState<Part>('members')
  const [open, setOpen] = useState<ElementId>()
  const [isNew, setNew] = useState(false)
  const { isAlone, toggle } = useMembersOnMap(looked?.name ?? '', members, ground, onShow)
  const panel = useRef<HTMLDivElement>(null)
  /** At a coalition that was made just now, with the keyboard where its form was. */
  const begin = (): void => {
    setNew(false)
    setPart('members')
    requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('[role="radio"]')?.focus())
  }
  const show = (id: ElementId): void => {
    editor.select({ elements: [id], links: [] })
    workspace.showView('map')
    workspace.get().camera?.reveal?.([id])
    onShow?.()
  }
  const read = (id: ElementId): void => {
    setPart('members')
    setOpen(id)
  }
  const save = (): void => {
    const columns = ['who', 'sector', 'state', 'role', 'commitment', 'askedBy'] as const
    const cells = members.map(({ id, state, role, commitment, contributions, askedBy }) => [
      ...[words.nameOf(id), words.sectorOf(id), words.sayState(state), words.sayRole(role)],
      [commitment, ...contributions.map(words.sayContribution)].filter((line) => line !== '').join('\n'),
      askedBy === undefined ? '' : words.nameOf(askedBy),
    ])
    const file = new Blob(['\uFEFF', writeCsvCells([columns.map((name) => t(`columns.${name}`)), ...cells])], {
      type: 'text/csv',
    })
    downloadFile(file, fileNameOf(looked?.name ?? '', 'csv'))
  }
  if (looked === undefined) {
    return (
      <div ref={panel} className="flex flex-col gap-3 px-4 pb-4">
        <p className="text-body text-muted">{t(mayEdit ? 'none' : 'noneToRead')}</p>
        {mayEdit ? <NewCoalition onDone={begin} /> : null}
      </div>
    )
  }
  return (
    <div ref={panel} data-coalition className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-col gap-3 px-4 pb-3">
        <div className="flex items-center gap-2">
          {all.length > 1 ? (
            <Select
              label={t('choose')}
              value={looked.id}
              onChange={lookedAt.set}
              options={all.map(({ id, name }) => ({ value: id, label: name }))}
              className="min-w-0 flex-1"
            />
          ) : (
            <h3 dir="auto" className="min-w-0 flex-1 text-body font-semibold break-words">
              {looked.name}
            </h3>
          )}
          {mayEdit ? (
            <IconButton label={t('new')} size="small" onClick={() => setNew(!isNew)}>
              <Plus size={18} aria-hidden />
            </IconButton>
          ) : null}
        </div>
        {isNew && mayEdit ? <NewCoalition onDone={begin} onCancel={() => setNew(false)} /> : null}
        <SegmentedControl
          label={t('parts.label')}
          value={part}
          onChange={setPart}
          segments={parts.map((value) => ({ value, label: t(`parts.${value}`) }))}
        />
      </div>
      <div key={part} className="min-h-0 flex-1 overflow-y-auto">
        {part === 'members' ? (
          <MembersPart
            key={looked.id}
            {...{ coalition: looked, members, ground, mayEdit, words, open }}
            onOpen={setOpen}
            onShow={show}
          />
        ) : part === 'next' ? (
          <NextPart
            key={looked.id}
            {...{ coalition: looked, members, ground, mayEdit, words }}
            onShow={show}
            onRead={read}
          />
        ) : (
          <CharterPart key={looked.id} coalition={looked} members={members} mayEdit={mayEdit} />
        )}
        {part === 'members' && members.length > 0 ? (
          <div className="flex flex-wrap gap-2 px-4 pt-1 pb-4">
            <Button size="small" onClick={toggle}>
              {t(isAlone ? 'showAll' : 'show')}
            </Button>
            <Button size="small" icon={<Download size={16} aria-hidden />} onClick={save}>
              {t('csv')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}
