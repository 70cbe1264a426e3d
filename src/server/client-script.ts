/**
 * The script that every HTML answer carries while a site is watched, as text.
 *
 * It says which page its tab shows and does what the server tells it: reload,
 * swap stylesheets, show an error, take it away. What a reader will not see yet,
 * such as a draft, gets a badge. Styles are set through the
 * DOM alone, which a page's own policy does not forbid.
 */

export const CLIENT_SCRIPT: string = `(() => {
  const script = document.currentScript
  const { origin, searchParams } = new URL(script.src)
  const base = script.src.slice(0, script.src.lastIndexOf('/'))
  script.remove()
  if (window.newcomenLive) return
  window.newcomenLive = true
  const shortest = Number(searchParams.get('min') || 0.25) * 1000
  const longest = Number(searchParams.get('max') || 4) * 1000
  let wait = shortest
  let overlay

  function connect() {
    const socket = new WebSocket(base.replace(/^http/, 'ws') + '/socket')
    socket.onopen = () => {
      wait = shortest
      const { pathname } = location
      socket.send(JSON.stringify({ pathname, ...Object.fromEntries(searchParams) }))
    }
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data)
      if (message.kind === 'reload') location.reload()
      if (message.kind === 'styles') swapStyles(message.paths)
      if (message.kind === 'error') showError(message.text)
      if (message.kind === 'mended') hideError()
    }
    socket.onclose = () => {
      setTimeout(connect, wait)
      wait = Math.min(wait * 2, longest)
    }
  }

  function swapStyles(paths) {
    const links = [...document.querySelectorAll('link[rel~="stylesheet"][href]')].filter(
      (link) => new URL(link.href).origin === origin,
    )
    const changed = links.filter((link) => paths.includes(decodeURI(new URL(link.href).pathname)))
    for (const link of changed.length > 0 ? changed : links) swap(link)
  }

  function swap(link) {
    const url = new URL(link.href)
    url.searchParams.set('newcomen', Date.now())
    const next = link.cloneNode()
    next.href = url.href
    next.onload = next.onerror = () => link.remove()
    link.after(next)
  }

  function showError(text) {
    hideError()
    overlay = document.createElement('newcomen-error')
    overlay.setAttribute('role', 'alert')
    const root = overlay.attachShadow({ mode: 'open' })
    const frame = document.createElement('div')
    const title = document.createElement('strong')
    const code = document.createElement('pre')
    const close = document.createElement('button')
    title.textContent = 'The site could not be built'
    code.textContent = text
    close.textContent = 'Hide'
    close.onclick = hideError
    style(overlay, 'position: fixed; inset: 0; z-index: 2147483647; overflow: auto; background: rgb(20 20 28 / 94%)')
    style(frame, 'max-width: 60rem; margin: 8vh auto; padding: 0 1.5rem; color: #fff; font: 16px/1.5 system-ui, sans-serif')
    style(title, 'color: #ff8a80; font-size: 1.25em')
    style(code, 'margin: 1rem 0; padding: 1rem; overflow: auto; background: #000; color: #fff; border-left: 4px solid #ff8a80; font: 14px/1.5 ui-monospace, monospace; white-space: pre')
    style(close, 'font: inherit; padding: .25rem 1rem')
    frame.append(title, code, close)
    root.append(frame)
    document.documentElement.append(overlay)
  }

  function style(element, text) {
    element.style.cssText = text
  }

  function hideError() {
    if (overlay) overlay.remove()
    overlay = undefined
  }

  function showBadge(text) {
    const badge = document.createElement('newcomen-badge')
    const root = badge.attachShadow({ mode: 'open' })
    const label = document.createElement('span')
    label.textContent = text
    style(badge, 'position: fixed; right: 12px; bottom: 12px; z-index: 2147483646; pointer-events: none')
    style(label, 'padding: 2px 10px; border-radius: 10px; background: #b45309; color: #fff; font: 13px/1.6 system-ui, sans-serif')
    root.append(label)
    document.documentElement.append(badge)
  }

  if (searchParams.get('badge')) showBadge(searchParams.get('badge'))
  connect()
})()
`
