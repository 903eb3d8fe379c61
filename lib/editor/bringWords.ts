import type { ElementId, LinkId } from '../base/ids'
import type { Command } from '../commands/command'
import { refuse } from '../commands/findRecords'
import { nameLoop } from '../commands/nameLoop'
import { renameElement } from '../commands/renameElement'
import { savePractice } from '../commands/savePractice'
import { saveScenario } from '../commands/saveScenario'
import { setDescription } from '../commands/setDescription'
import { setLinkFields } from '../commands/setLinkFields'
import { setMapFields } from '../commands/setMapFields'
import { setTitle } from '../commands/setTitle'
import { practiceNames, type PracticeName } from '../model/practice/practices'
import type { WordsPlace } from '../document/ownWords'
import { isStory, saysWords, wordsAt } from './unseen'

/**
 * Puts words back where they gave way, as one own step: a name takes the place of the one that stands
 * there, a story is added to it as a paragraph of its own.
 *
 * @example
 * editor.run(bringWords, unseen)
 */
export const bringWords: Command<WordsPlace & { readonly words: string }> = (view, place, context) => {
  const { root, id, field, words } = place
  const now = wordsAt(view, place)
  if (now === undefined) return refuse('not-found', id)
  if (saysWords(place, now)) return refuse('nothing-to-do')
  const text = isStory(place) && now.trim() !== '' ? `${now.trimEnd()}\n\n${words.trim()}` : words
  switch (root) {
    case 'meta':
      return field === 'title'
        ? setTitle(view, { title: text }, context)
        : setMapFields(view, { fields: { [field]: text } }, context)
    case 'loops':
      return nameLoop(view, { key: id, ...(isStory(place) ? { note: text } : { name: text }) }, context)
    case 'elements':
      return renameElement(view, { id: id as ElementId, label: text }, context)
    case 'links':
      return isStory(place)
        ? setDescription(view, { root: 'links', id: id as LinkId, text }, context)
        : setLinkFields(view, { links: [id as LinkId], fields: { [field]: text } }, context)
    case 'scenarios':
      return saveScenario(view, { id, fields: { [field]: text } }, context)
    case 'practices': {
      const kind = view.practices.get(id)?.kind
      return kind !== undefined && isPracticeName(kind)
        ? savePractice(view, { kind, id, fields: { [field]: text } }, context)
        : refuse('not-found', id)
    }
    default:
      return refuse('not-found', id)
  }
}

function isPracticeName(kind: string): kind is PracticeName {
  return (practiceNames as readonly string[]).includes(kind)
}
