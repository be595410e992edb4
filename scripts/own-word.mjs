import { subscribe } from 'node:diagnostics_channel'

// Loaded into the portal's process. Next fills in the address of the connection only where no `x-forwarded-for` came, so
// without a proxy of ours the header is the client's own word: it would slip past the slowing down of an address and
// stand in the list of sessions.
if (!(Number(process.env.TRUSTED_PROXIES) > 0)) {
  subscribe('http.server.request.start', ({ request }) => {
    delete request.headers['x-forwarded-for']
  })
}
