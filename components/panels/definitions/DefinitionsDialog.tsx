'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { moveDefinition } from '../../../lib/commands/moveDefinition'
import { patternSectors } from '../../../lib/commands/patternSectors'
import { setDefinition } from '../../../lib/commands/setDefinition'
import { toDefinitionWord } from '../../../lib/commands/definitionFamily'
import type { DefinitionFamily } from '../../../lib/model/definition'
import { definitionNameLength } from '../../../lib/model/definition'
import { findFreeTag, nameTag } from '../../../lib/model/definitionTag'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useSectorName, useSectors } from '../../hooks/useSectors'
import { useTieName, useTieTypes } from '../../hooks/useTieTypes'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextInput } from '../../ui/TextInput'
import { DefinitionItem } from './DefinitionItem'
import { findFreeHue, isNameTaken, listDefinitions, markOf } from './definitionRows'
import { useReorder } from './useReorder'

/** The sectors and the kinds of tie of this map: rename, recolour, add, merge, hide. */
export function DefinitionsDialog({ of, onClose }: { readonly of: DefinitionFamily; readonly onClose: () => void }) {
  const t = useTranslations('sectors')
  const workspace = useWorkspace()
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title')}
      description={t(`${of}.about`)}
    >
      <div className="flex flex-col gap-3">
        <SegmentedControl
          label={t('which')}
          value={of}
          onChange={(next) => workspace.openDialog(next === 'sector' ? 'sectors' : 'tie-kinds')}
          segments={[
            { value: 'sector', label: t('sector.title') },
            { value: 'tie', label: t('tie.title') },
          ]}
        />
        <DefinitionList key={of} of={of} />
      </div>
    </Dialog>
  )
}

function DefinitionList({ of }: { readonly of: DefinitionFamily }) {
  const t = useTranslations('sectors')
  const run = useRun()
  const mayEdit = useMayEdit()
  const view = useView()
  const sectors = useSectors()
  const types = useTieTypes()
  const sectorName = useSectorName()
  const tieName = useTieName()
  const nameOf = of === 'sector' ? sectorName : tieName
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState<string>()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const rows = listDefinitions(view, of)
  const [moved, setMoved] = useState('')
  const movable = rows.filter(({ state }) => state === 'offered').map(({ key }) => key)
  const { drag, handle } = useReorder(list, movable, (key, before) => {
    if (!run(moveDefinition, { of, key, before }).ok) return
    const others = movable.filter((one) => one !== key)
    const place = before === null ? movable.length : others.indexOf(before) + 1
    setMoved(t('moved', { name: nameOf(key), place, all: movable.length }))
  })
  const isPatterned = sectors.offered.every(({ pattern }) => pattern !== 'none')
  const add = (): void => {
    const key = toDefinitionWord(typed)
    if (key === undefined) return
    if (isNameTaken(rows, nameOf, key)) {
      setProblem(t('taken', { name: key }))
      return
    }
    const { offered } = of === 'sector' ? sectors : types
    const colour = findFreeHue(offered.map((look) => look.colour))
    const tags = offered.map(({ tag }) => tag)
    const length = of === 'sector' ? 2 : 1
    const tag = findFreeTag(key, tags, length)
    // Said only where it is not the usual one, so that the letters follow the name.
    const made = run(setDefinition, { of, key, fields: { colour, ...(tag === nameTag(key, length) ? {} : { tag }) } })
    if (!made.ok) return
    setTyped('')
    setProblem(undefined)
    setOpen(key)
  }
  return (
    <>
      <ul ref={list} className="-mx-2 flex flex-col gap-0.5">
        {rows.map((row) => (
          <DefinitionItem
            key={row.key}
            of={of}
            row={row}
            rows={rows}
            nameOf={nameOf}
            isOpen={open === row.key}
            mayEdit={mayEdit}
            handle={mayEdit && row.state === 'offered' ? handle(row.key) : undefined}
            mark={row.state === 'offered' ? markOf(movable, drag, row.key) : undefined}
            onToggle={() => setOpen(open === row.key ? undefined : row.key)}
            onGone={() => {
              setOpen(undefined)
              list.current?.querySelector<HTMLElement>('[data-definition]')?.focus()
            }}
          />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {moved}
      </p>
      {mayEdit && of === 'sector' ? (
        <Button variant="quiet" className="self-start" onClick={() => run(patternSectors, { patterned: !isPatterned })}>
          {t(isPatterned ? 'noPatterns' : 'allPatterns')}
        </Button>
      ) : null}
      {mayEdit ? (
        <form
          className="flex items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <Field label={t(`${of}.new`)} hideLabel error={problem} className="flex-1">
            {(control) => (
              <TextInput
                {...control}
                value={typed}
                placeholder={t(`${of}.new`)}
                maxLength={definitionNameLength}
                onChange={(event) => {
                  setTyped(event.target.value)
                  setProblem(undefined)
                }}
              />
            )}
          </Field>
          <Button type="submit" icon={<Plus size={16} aria-hidden />}>
            {t('add')}
          </Button>
        </form>
      ) : null}
    </>
  )
}
