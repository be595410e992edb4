import { toAsciiDigits } from '../../digits'

/**
 * What should not be written into a concern, found on the device while it is typed: phone numbers, names of people, and words that tell
 * of what is never logged. It warns and stops nothing: words are ambiguous, and the writer knows. Pure.
 */
export type Finding = 'phone' | 'name' | 'pathway'

/** Without vowel marks and with one form of each letter that is written in several. */
const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')

/** Seven digits or more, however they are grouped. Dates and amounts are shorter or carry a slash or a word. */
const phone = /(?:\+|00)?\d(?:[ ().-]?\d){6,}/

/** Titles that a name follows. */
const title =
  /(?:^|[\s،.])(?:السيد|السيده|الشيخ|الحاج|الحاجه|ابو|العقيد|الملازم|النقيب|العميد|الضابط|المفوض|mr\.?|mrs\.?|ms\.?|sheikh|haji|abu|umm?|colonel|captain|lieutenant|officer)\s+(?:ال)?[\p{L}-]{3,}/u

/** Given names that are common in Anbar, in both scripts, folded. Two in a row, or one before a family name, name somebody. */
const given = new Set(
  'محمد احمد علي حسين حسن عمر خالد عثمان ابراهيم مصطفي محمود يوسف عبدالله عبدالرحمن عبد جاسم كاظم حميد سعد سعدون فيصل ياسين طه رعد قيس ماجد مهند وليد زيد بلال انس فاطمه زينب مريم عائشه خديجه هدي سعاد نوره رنا سميره شيماء هناء اسراء mohammed muhammad ahmed ali hussein hassan omar khalid othman ibrahim mustafa mahmoud yousif yusuf abdullah abdulrahman jassim kadhim hamid saad faisal yaseen taha raad qais majid muhannad waleed zaid bilal anas fatima zainab maryam mariam aisha khadija huda suad noura rana samira shaima hanaa israa'.split(
    ' ',
  ),
)
const family = /^(?:ال\p{L}{3,}[يه]|al-?\p{L}{4,}i?)$/u

/** Words that tell, folded. «ضربها» and, as it is said in Anbar, «كتلها» stand alone: who did it comes before or after, or is left out. */
const telling =
  /اغتصاب|اغتصب|تحرش|يتحرش|جنسي|عنف (?:اسري|منزلي|ضد النساء|ضد المراه)|(?:[يت]?ضرب|[يت]كتل|(?<!\p{L})كتل)(?:ون|وا|ت)?(?:ها|هن)(?!\p{L})|[يت]?ضرب(?:ون)? (?:زوجته|زوجه|زوجها|زوجاتهم|مرته|اخته|امه|بناته|بناتهم|ابنته|ابنه|ابناءه|اولاده|طفله|اطفاله|اطفالهم|الاطفال|النساء|البنات|الطلاب|التلاميذ)|تعنيف|معنفه|غسل العار|(?:قتل|ذبح) (?:زوجته|اخته|ابنته)|ال?زواج (?:ال)?(?:مبكر|قسري)|زواج (?:القاصر|قاصر|الاطفال)|تزويج (?:القاصر|قاصر|الاطفال)|اساءه الي طفل|\brap(?:e|ed|ing|ist)\b|sexual|harass|molest|domestic violence|violence against women|child (?:abuse|marriage)|early marriage|honou?r killing|(?:beat|beats|beating|hit|hits|hitting) (?:his|her|their|the) (?:wife|wives|daughter|daughters|child|children|husband)|\b(?:beats|beat|hits|beating|hitting) her\b|beaten by (?:her|his|their) (?:husband|father|brother|parents)|forced marriage/u

function namesSomebody(folded: string): boolean {
  if (title.test(folded)) return true
  const words = folded.split(/[^\p{L}-]+/u).filter(Boolean)
  return words.some((word, at) => {
    const next = words[at + 1]
    return given.has(word) && next !== undefined && (given.has(next) || family.test(next))
  })
}

/** What a text should not hold, each kind once. */
export function findingsIn(text: string): Finding[] {
  const folded = fold(toAsciiDigits(text))
  const found: Finding[] = []
  if (telling.test(folded)) found.push('pathway')
  if (phone.test(folded)) found.push('phone')
  if (namesSomebody(folded)) found.push('name')
  return found
}
