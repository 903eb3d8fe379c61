// Apart from the other bridges: only a part of the page that comes late needs it.
export { bringPastLock } from '../../lib/editor/pastLock'
