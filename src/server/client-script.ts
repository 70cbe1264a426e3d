/**
 * The script that every HTML answer carries while a site is watched, as text.
 *
 * It says which page its tab shows and does what the server tells it: reload,
 * swap stylesheets, show an error, take it away. What a reader will not see yet,
 * such as a draft, gets a badge.
 */

export const CLIENT_SCRIPT: string = String.raw`(() => {
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
    overlay = element('newcomen-error', 'position: fixed; inset: 0; z-index: 2147483647; overflow: auto; overscroll-behavior: contain; padding: 6vh 1rem; box-sizing: border-box; background: rgb(20 20 28 / 80%)')
    overlay.setAttribute('role', 'alert')
    const card = element('div', 'color-scheme: light dark; max-width: 60rem; margin: auto; padding: 1.25rem 1.5rem; border-top: 6px solid #d33; border-radius: 6px; background: Canvas; color: CanvasText; font: 16px/1.5 system-ui, sans-serif; text-align: left; box-shadow: 0 8px 40px rgb(0 0 0 / 50%)')
    const close = element('button', 'font: inherit; padding: .25rem 1rem', 'Hide (Esc)')
    close.onclick = setAside
    card.append(
      element('strong', 'display: block; margin-bottom: .75rem; font-size: 1.25em', 'The site could not be built'),
      ...parts(text).map(([isCode, part]) => isCode ? element('pre', CODE, part) : element('div', TEXT, part)),
      close,
    )
    overlay.attachShadow({ mode: 'open' }).append(card)
    document.documentElement.append(overlay)
    addEventListener('keydown', hideAtEscape, true)

    function setAside() {
      hideError()
      overlay = pill('newcomen-error', 'The site could not be built', '#b3261e')
      overlay.style.cursor = 'pointer'
      overlay.onclick = () => showError(text)
    }

    function hideAtEscape({ key }) {
      if (key === 'Escape') setAside()
    }

    overlay.forget = () => removeEventListener('keydown', hideAtEscape, true)
  }

  const FONT = 'font: 14px/1.5 ui-monospace, Menlo, Consolas, monospace; margin: .75rem 0; '
  const TEXT = FONT + 'white-space: pre-wrap; overflow-wrap: anywhere'
  const CODE = FONT + 'white-space: pre; overflow: auto; padding: .75rem 0; border: 1px solid #8888; border-left: 4px solid #d33; border-radius: 4px'

  // The line of the source and the caret below it must not wrap, all else may.
  function parts(text) {
    const isCode = (line, before) => /^ +\d+ \| /.test(line) || (/^\s*\^$/.test(line) && before)
    const found = []
    for (const line of text.split('\n')) {
      const last = found.at(-1)
      const code = Boolean(isCode(line, last && last[0]))
      if (last && last[0] === code) last[1] += '\n' + line
      else found.push([code, line])
    }
    const trimmed = found.map(([code, part]) => [code, code ? part : part.replace(/^ +/gm, '').trim()])
    return trimmed.filter(([, part]) => part !== '')
  }

  // Styles are set through the DOM alone, which a page's own policy does not forbid.
  function element(name, style, text) {
    const made = document.createElement(name)
    made.style.cssText = style
    if (text !== undefined) made.textContent = text
    return made
  }

  function hideError() {
    if (!overlay) return
    if (overlay.forget) overlay.forget()
    overlay.remove()
    overlay = undefined
  }

  function pill(name, text, color) {
    const place = element(name, 'position: fixed; right: 12px; z-index: 2147483646')
    place.style.bottom = name === 'newcomen-badge' ? '12px' : '44px'
    place.attachShadow({ mode: 'open' }).append(
      element('span', 'padding: 2px 10px; border-radius: 10px; color: #fff; font: 13px/1.6 system-ui, sans-serif; background: ' + color, text),
    )
    document.documentElement.append(place)
    return place
  }

  function showBadge(text) {
    pill('newcomen-badge', text, '#b45309').style.pointerEvents = 'none'
  }

  if (searchParams.get('badge')) showBadge(searchParams.get('badge'))
  connect()
})()
`
