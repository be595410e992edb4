import { describe, expect, it } from 'vitest'
import { findingsIn } from './guard'

describe('the writing guard', () => {
  it.each(['Call 0790 123 4567 for more', 'رقمه ٠٧٩٠١٢٣٤٥٦٧', '+964 (770) 123-4567'])(
    'finds the phone number in “%s”',
    (text) => expect(findingsIn(text)).toContain('phone'),
  )

  it.each([
    'سرق محمد جاسم المحل',
    'الشيخ خلف يمنع العودة',
    'أبو مصطفى يبيع المخدرات',
    'Ahmed Al-Issawi broke in',
    'Omar Khalid said so',
    'Colonel Raad takes part',
  ])('finds the name in “%s”', (text) => expect(findingsIn(text)).toContain('name'))

  it.each([
    'رجل يضرب زوجته كل يوم',
    'تحرّش بالطالبات أمام المدرسة',
    'امرأة ضربها زوجها',
    'زوجها يضربها أمام الأولاد',
    'الأخ كتلها لأنها خرجت',
    'آباء يضربون أطفالهم',
    'الزواج المبكر للبنات',
    'زواج القاصرات في الحي',
    'He beats his wife',
    'Her husband beats her',
    'girls are harassed on the way',
    'A case of child abuse',
  ])('finds what is never logged in “%s”', (text) => expect(findingsIn(text)).toContain('pathway'))

  it.each([
    'Three shops in the market were broken into on 12/03/2026',
    'لا إنارة في شارع الستين منذ شهرين',
    'نزاع بين عشيرتين على أرض زراعية في ناحية العامرية',
    'Trucks drive too fast past the school; 2,500,000 IQD damage',
    'العائلات العائدة تواجه توترًا مع الجيران',
    'The road to Al-Saqlawiyah is blocked',
    'مخلفات متفجرة قرب مدرسة النور',
    'ضرب الجفاف أراضيها الزراعية',
    'كتلة خرسانية تسد الطريق',
    'شكلها مشكلة في الحي',
  ])('lets “%s” pass', (text) => expect(findingsIn(text)).toEqual([]))
})
