import { describeTies } from '../../lib/analysis/network/describeTies'
import type { TieNetwork } from '../../lib/analysis/network/tieNetwork'

/** The worker that describes ties: receives a `TieNetwork`, posts what is said of it. */
addEventListener('message', ({ data }: MessageEvent<TieNetwork>) => postMessage(describeTies(data)))
