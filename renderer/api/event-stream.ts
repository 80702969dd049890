/** Server-sent events over fetch: unlike EventSource it tells a refused token (401) from a lost connection. */

/** Splits a stream of text chunks into the payloads of its events (WHATWG HTML, 9.2.6). Comments and other fields are skipped. */
export function createEventParser(onData: (data: string) => void): (chunk: string) => void {
  let rest = ''
  let data: string[] = []
  return (chunk) => {
    rest += chunk
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '' && data.length > 0) {
        onData(data.join('\n'))
        data = []
      } else if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5))
    }
  }
}

/** How a stream ended. */
export type StreamEnd = 'lost' | 'refused' | 'aborted'

/**
 * Reads events until the stream ends. `onOpen` is called when the server has accepted it. Never rejects.
 */
export async function readEvents(
  url: string,
  signal: AbortSignal,
  onOpen: () => void,
  onData: (data: string) => void,
): Promise<StreamEnd> {
  try {
    const response = await fetch(url, { headers: { accept: 'text/event-stream' }, signal, cache: 'no-store' })
    if (response.status === 401) return 'refused'
    if (!response.ok || !response.body) return 'lost'
    onOpen()
    const parse = createEventParser(onData)
    const decoder = new TextDecoder()
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return signal.aborted ? 'aborted' : 'lost'
      parse(decoder.decode(value, { stream: true }))
    }
  } catch {
    return signal.aborted ? 'aborted' : 'lost'
  }
}
