'use client'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { cursorsHidden, hideCursors } from '../hooks/cursorChoice'
import { usePeople, useSelf } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { Avatar } from '../ui/Avatar'
import { Button } from '../ui/Button'
import { Switch } from '../ui/Switch'

/** Everyone who is here, with what they may do; others can be followed. */
export function PeopleList() {
  const t = useTranslations('panels.people')
  const workspace = useWorkspace()
  const following = useWorkspaceState((state) => state.following)
  const people = usePeople()
  const self = useSelf()
  const hidden = useObservable(cursorsHidden)
  return (
    <section aria-label={t('title')}>
      <h2 className="px-2 pt-1 pb-2 text-meta font-medium text-muted">{t('here', { count: people.length + 1 })}</h2>
      <ul>
        <li className="flex min-h-11 items-center gap-2.5 px-2">
          <Avatar name={self.name} colour={self.colour} />
          <span className="min-w-0 flex-1">
            <span className="block truncate text-body" dir="auto">
              {t('you', { name: self.name })}
            </span>
            <span className="block text-meta text-muted">{t(`roles.${self.role}`)}</span>
          </span>
        </li>
        {people.map((person) => {
          const isFollowed = person.id === following
          const canFollow = person.presence.viewport !== undefined
          return (
            <li key={person.id} className="flex min-h-11 items-center gap-2.5 px-2">
              <Avatar name={person.name} colour={person.colour} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-body" dir="auto">
                  {person.name}
                </span>
                {person.role !== undefined && (
                  <span className="block text-meta text-muted">{t(`roles.${person.role}`)}</span>
                )}
              </span>
              {(canFollow || isFollowed) && (
                <Button
                  size="small"
                  variant={isFollowed ? 'secondary' : 'quiet'}
                  aria-label={t(isFollowed ? 'stopName' : 'followName', { name: person.name })}
                  onClick={() => workspace.update({ following: isFollowed ? undefined : person.id, panel: undefined })}
                >
                  {t(isFollowed ? 'stop' : 'follow')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {people.length === 0 && <p className="px-2 pt-2 pb-1 text-second text-muted">{t('alone')}</p>}
      {/* In sight below however long a list. */}
      <div className="sticky -bottom-2 mt-1 -mb-2 border-t border-hairline bg-panel px-2 pt-2 pb-3">
        <Switch label={t('hideCursors')} hint={t('hideCursorsHint')} checked={hidden} onChange={hideCursors} />
      </div>
    </section>
  )
}
