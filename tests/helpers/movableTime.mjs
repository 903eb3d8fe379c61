// Loaded into a server under test before it starts (node --import): lets the test put its clock forward.
import process from 'node:process'

const realNow = Date.now.bind(Date)
let ahead = 0
Date.now = () => realNow() + ahead

process.on('message', (message) => {
  if (typeof message?.advance !== 'number') return
  ahead += message.advance
  process.send?.({ ahead })
})
// The channel to the test alone keeps no server running.
process.channel?.unref()
