// Apart from the other bridges: only a part of the page that comes late lays it over the map.
export { coverProtection } from '../../lib/editor/protectionCover'
export { listPutBackTexts, type PutBackText } from '../../lib/editor/putBackTexts'
