// The hooks are the only bridge to lib/editor; this is what the rest of the screens needs of its words.
export { emptySelection } from '../../lib/editor/editor'
export type { Editor, Person, Selection, Self, SyncStatus } from '../../lib/editor/editor'
export { mergeName, mergeText } from '../../lib/editor/mergeText'
export { putBack } from '../../lib/editor/putBack'
export { canTakeWords, takeWords, type ToldStale } from '../../lib/editor/stale'
export type { ToldTaken } from '../../lib/editor/taken'
export type { ToldTook } from '../../lib/editor/took'
export { isStory, saysWords, wordsAt, type ToldUnseen } from '../../lib/editor/unseen'
