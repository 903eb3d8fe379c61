// Apart from the other bridges: only a part of the page that comes late needs it.
export { bringWords } from '../../lib/editor/bringWords'
