'use client'
import { useTranslations } from 'next-intl'
import type { Person } from '../hooks/editor'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { usePeople, useSelf } from '../hooks/useMap'
import { useIsDrawn, usePreload } from '../hooks/usePreload'
import { AvatarStack } from '../ui/AvatarStack'
import { Button } from '../ui/Button'
import { latePart } from '../ui/latePart'
import { Popover } from '../ui/Popover'
import { BarRule, Island } from './Island'

const PeoplePanel = latePart(async () => (await import('../meeting/people/PeoplePanel')).PeoplePanel)
const TakePartButton = latePart(async () => (await import('../meeting/people/TakePart')).TakePartButton)
const early = [PeoplePanel]

/** Who is here, and the way to bring others: the right of the top row. */
export function PeopleIsland() {
  const t = useTranslations('panels.people')
  const workspace = useWorkspace()
  return (
    <Island data-region="people" className="flex h-11 items-center gap-1 px-1">
      <PeopleButton />
      {useIsDrawn() ? <TakePartButton /> : null}
      <BarRule />
      <Button variant="primary" onClick={() => workspace.openDialog('share')}>
        {t('share')}
      </Button>
    </Island>
  )
}

const asFaces = (people: readonly Person[]): readonly Person[] => people

function isSameFaces(before: readonly Person[], now: readonly Person[]): boolean {
  return before.length === now.length && before.every(({ id, name }, at) => id === now[at]?.id && name === now[at].name)
}

/** The faces; pressed, everyone by name. */
export function PeopleButton({
  max = 5,
  below = 0,
}: {
  readonly max?: number
  /** How high what is said under the button is, which the list does not cover. */
  readonly below?: number
}) {
  const t = useTranslations('panels.people')
  const workspace = useWorkspace()
  const open = useWorkspaceState((state) => state.people)
  // Not whenever a cursor moves.
  const people = usePeople(asFaces, isSameFaces)
  const self = useSelf()
  usePreload(early)
  const everyone = [{ name: self.name, colour: self.colour }, ...people]
  return (
    <Popover
      label={t('title')}
      align="end"
      // To the end of the window: what the meeting says stands beside it.
      alignOffset={-400}
      sideOffset={below + 8}
      open={open}
      onOpenChange={(people) => workspace.update({ people })}
      giveBack={() => workspace.get().camera?.focus?.()}
      className="flex max-h-[min(48rem,var(--radix-popper-available-height))] w-96 flex-col"
      trigger={
        <button
          type="button"
          className="inline-flex h-9 min-w-9 items-center justify-center rounded-button px-1.5 hover:bg-hover pointer-coarse:h-11 pointer-coarse:min-w-11"
        >
          <AvatarStack people={everyone} most={max} size={28} />
          <span className="sr-only">{t('button', { count: everyone.length })}</span>
        </button>
      }
    >
      <PeoplePanel />
    </Popover>
  )
}
