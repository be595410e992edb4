import { describe, expect, it } from 'vitest'
import { cleanFileName, contentDisposition } from './file-name'

describe('the name of a file', () => {
  it('is one clean line without a path, with the extension of its content', () => {
    expect(cleanFileName('C:\\Users\\amal\\quote.PDF', 'pdf')).toBe('quote.pdf')
    expect(cleanFileName('../../etc/passwd', 'jpg')).toBe('passwd.jpg')
    expect(cleanFileName('photo.jpg.exe', 'png')).toBe('photo.jpg.png')
    expect(cleanFileName('a\u202egpj.exe\r\nSet-Cookie: x', 'jpg')).not.toMatch(/[\u202e\r\n:]/u)
    expect(cleanFileName('عرض سعر ٢٠٢٦.docx', 'docx')).toBe('عرض سعر ٢٠٢٦.docx')
  })

  it('is never empty, hidden or long', () => {
    expect(cleanFileName('', 'pdf')).toBe('document.pdf')
    expect(cleanFileName('.htaccess', 'pdf')).toBe('htaccess.pdf')
    expect(cleanFileName('..', 'pdf')).toBe('document.pdf')
    expect([...cleanFileName('ص'.repeat(500), 'docx')].length).toBe(120)
  })
})

describe('the header of a download', () => {
  it('carries an Arabic name in UTF-8, and a plain one beside it', () => {
    expect(contentDisposition('attachment', 'عرض (1).pdf')).toBe(
      `attachment; filename="(1).pdf"; filename*=UTF-8''%D8%B9%D8%B1%D8%B6%20%281%29.pdf`,
    )
    expect(contentDisposition('inline', 'هوية.png')).toMatch(/^inline; filename="document\.png"; /)
  })

  it('cannot be broken out of', () => {
    const header = contentDisposition('attachment', 'a"; filename="b\\%0d.pdf')
    expect(header.split('filename*=')[0]).toBe('attachment; filename="a__ filename=_b__0d.pdf"; '.replace('__ ', '_; '))
    expect(header).not.toMatch(/[^\x20-\x7e]/)
  })
})
