import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The words that the journeys look for, in the two languages they run in. */
const words = {
  en: {
    given: 'Given name',
    father: "Father's name",
    family: /^Family name/,
    male: 'Male',
    birth: 'Date of birth',
    since: 'Since',
    parts: ['Day', 'Month', 'Year'],
    document: 'Identity document',
    number: /^Document number/,
    subDistrict: 'Sub-district',
    status: 'Status',
    register: 'Register',
    someoneElse: /^This is someone else/,
    check: 'Is this person registered already?',
    team: 'Team',
    refusal: /^Someone in the register looks like this person/,
  },
  ar: {
    given: 'الاسم الأول',
    father: 'اسم الأب',
    family: /^اللقب/,
    male: 'ذكر',
    birth: 'تاريخ الميلاد',
    since: 'منذ',
    parts: ['اليوم', 'الشهر', 'السنة'],
    document: 'وثيقة الهوية',
    number: /^رقم الوثيقة/,
    subDistrict: 'الناحية',
    status: 'الحالة',
    register: 'تسجيل',
    someoneElse: /^هذا شخص آخر/,
    check: 'هل هذا الشخص مسجّل من قبل؟',
    team: 'الفريق',
    refusal: /^في السجل من يشبه هذا الشخص/,
  },
} as const

export type NewPerson = { given: string; father: string; family: string; birthYear: string; documentNumber: string }

/** No barrier of WCAG 2.2 AA that axe can find stands on the page. */
export async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

/** The registration form, in English or Arabic. */
export class RegisterPage {
  readonly words: (typeof words)['en'] | (typeof words)['ar']

  private constructor(
    readonly page: Page,
    locale: 'en' | 'ar',
  ) {
    this.words = words[locale]
  }

  static async open(page: Page, locale: 'en' | 'ar' = 'en', isChecked = true): Promise<RegisterPage> {
    await page.goto('/people/new')
    // Without scripts in the page axe cannot run in it.
    if (isChecked) await expectNoBarriers(page)
    return new RegisterPage(page, locale)
  }

  private async fillDate(group: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
    const fields = this.page.getByRole('group', { name: group })
    for (const [at, value] of [day, month, year].entries())
      await fields.getByLabel(this.words.parts[at] ?? '', { exact: true }).fill(value)
  }

  /** Fills in all that is needed of a returnee with a national card. */
  async fill(person: NewPerson): Promise<void> {
    const { page } = this
    await page.getByLabel(this.words.given, { exact: true }).fill(person.given)
    await page.getByLabel(this.words.father, { exact: true }).fill(person.father)
    await page.getByLabel(this.words.family).fill(person.family)
    await page.getByLabel(this.words.male, { exact: true }).check()
    await this.fillDate(this.words.birth, ['', '', person.birthYear])
    await page.getByLabel(this.words.document, { exact: true }).selectOption('national_card')
    await page.getByLabel(this.words.number).fill(person.documentNumber)
    await page.getByLabel(this.words.subDistrict, { exact: true }).selectOption('IQG01Q01N03')
    await page.getByLabel(this.words.status, { exact: true }).selectOption('returnee')
    await this.fillDate(this.words.since, ['١', '٣', '2018'])
    // Only asked of those who are in several teams.
    const team = page.getByLabel(this.words.team, { exact: true })
    if (await team.isVisible()) await team.selectOption({ index: 1 })
  }

  get someoneElse() {
    return this.page.getByRole('checkbox', { name: this.words.someoneElse })
  }

  /** What the server answered when somebody alike is there. */
  get refusal() {
    return this.page.getByText(this.words.refusal)
  }

  get check() {
    return this.page.getByRole('heading', { name: this.words.check })
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.register, exact: true }).click()
  }

  /** Waits for the file that registering leads to; its path. */
  async file(): Promise<string> {
    await this.page.waitForURL(/\/people\/[0-9a-f-]{36}\?done=registered/)
    return new URL(this.page.url()).pathname
  }
}
