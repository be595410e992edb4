import { type UploadOutcome, uploadOutcome } from '@/lib/documents/domain'

/** How one sending ended; `not_sent`: no answer came, `cancelled`: the person stopped it. */
export type SendEnd = UploadOutcome | 'not_sent' | 'cancelled'

/**
 * Sends one file. XMLHttpRequest, since fetch cannot tell how far a sending is.
 * @param onProgress called with the share that is sent, 0 to 1.
 */
export function sendFile(url: string, form: FormData, onProgress: (share: number) => void) {
  const request = new XMLHttpRequest()
  const ended = new Promise<SendEnd>((resolve) => {
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    request.upload.onload = () => onProgress(1)
    request.onabort = () => resolve('cancelled')
    request.onerror = () => resolve('not_sent')
    request.ontimeout = () => resolve('not_sent')
    request.onload = () => {
      const body: unknown = request.response
      const told = typeof body === 'object' && body !== null && 'outcome' in body ? body.outcome : null
      resolve(uploadOutcome(told) ?? 'unavailable')
    }
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
  return { ended, cancel: () => request.abort() }
}
