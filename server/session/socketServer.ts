import { WebSocketServer } from 'ws'
import { limits } from '../../lib/base/limits'

/**
 * The websocket half of the HTTP server, with the bounds that sessions rely on: whoever handles
 * 'upgrade' calls `handleUpgrade` on it and then `acceptSocket` or `refuseSocket`.
 */
export function createSocketServer(): WebSocketServer {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Sessions write prepared frames themselves, which compression would not allow.
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
  })
  server.on('wsClientError', (_error, socket) => socket.destroy())
  return server
}
