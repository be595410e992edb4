import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Html, html } from './html'

describe('html', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onfocus="alert(1)', '&quot; onfocus=&quot;alert(1)'],
    ["' autofocus '", '&#39; autofocus &#39;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['</textarea><img src=x onerror=alert(1)>', '&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;'],
  ])('escapes %s', (hostile, safe) => {
    expect(html`<p>${hostile}</p>`.text).toBe(`<p>${safe}</p>`)
  })

  it('keeps its own HTML as it is, also in lists, and drops what is not there', () => {
    const list = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
    expect(html`<ul>${list}</ul>${null}${undefined}${false}${0}`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>0')
  })

  it('does not take an object for HTML that only looks like it', () => {
    const forged: unknown = JSON.parse('{"text":"<script>"}')
    expect(html`${String(forged)}${new Html('<i>').text}`.text).toBe('[object Object]&lt;i&gt;')
  })

  it('lets no text close a tag, open one or end an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(html`${text}`.text).not.toMatch(/[<>"']/)
      }),
    )
  })
})
