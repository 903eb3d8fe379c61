import type { MapView } from '../../lib/model/mapView'
import { nameOfPractice } from '../../lib/model/practice/practices'
import { isStory, type ToldUnseen } from '../hooks/editor'
import { shortName } from '../hooks/shortName'

/** What messages under `losses.unseen` need to tell whose words gave way to whose. */
export interface UnseenWords {
  readonly [key: string]: string
  readonly what:
    | 'loopName'
    | 'loopStory'
    | 'loopStoryOf'
    | 'scenarioName'
    | 'scenarioNote'
    | 'title'
    | 'ring'
    | 'label'
    | 'linkLabel'
    | 'evidence'
    | 'practice'
    | 'practiceOf'
  /** Of the loop, scenario or practice, for a story of it. */
  readonly name: string
  readonly whose: ToldUnseen['whose']
  readonly known: 'yes' | 'no'
  readonly by: string
  readonly words: string
  readonly now: string
  readonly left: 'some' | 'none'
  readonly story: 'yes' | 'no'
}

const longest = 100
/** Letters of what both texts begin with that are shown before the first difference. */
const lead = 20

/** Says what gave way to what; of two long texts, from where they differ. */
export function describeUnseen(view: MapView, unseen: ToldUnseen): UnseenWords {
  const { whose, by, words, now } = unseen
  const name = shortName(nameOf(view, unseen), longest)
  return {
    what: findWhat(unseen, name),
    name,
    whose,
    known: by === undefined ? 'no' : 'yes',
    by: by ?? '',
    words: excerpt(words, now),
    now: excerpt(now, words),
    left: now.trim() === '' ? 'none' : 'some',
    story: isStory(unseen) ? 'yes' : 'no',
  }
}

function nameOf(view: MapView, { root, id }: ToldUnseen): string {
  if (root === 'loops') return view.loops.get(id)?.name ?? ''
  if (root === 'practices') return nameOfPractice(view.practices.get(id) ?? {})
  return root === 'scenarios' ? (view.scenarios.get(id)?.name ?? '') : ''
}

function findWhat(unseen: ToldUnseen, name: string): UnseenWords['what'] {
  switch (unseen.root) {
    case 'loops':
      if (!isStory(unseen)) return 'loopName'
      return name === '' ? 'loopStory' : 'loopStoryOf'
    case 'scenarios':
      return isStory(unseen) ? 'scenarioNote' : 'scenarioName'
    case 'links':
      return isStory(unseen) ? 'evidence' : 'linkLabel'
    case 'practices':
      return isStory(unseen) && name !== '' ? 'practiceOf' : 'practice'
    case 'meta':
      return unseen.field === 'title' ? 'title' : 'ring'
    default:
      return 'label'
  }
}

/** A text in one line, from a word or so before it begins to differ from the other. */
function excerpt(text: string, other: string): string {
  if (text.length <= longest) return shortName(text, longest)
  let start = 0
  while (start < other.length && text[start] === other[start]) start++
  const space = text.lastIndexOf(' ', Math.max(0, start - lead))
  return space <= 0 ? shortName(text, longest) : `…${shortName(text.slice(space + 1), longest)}`
}
