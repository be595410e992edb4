/** The few words of the error pages, in both languages: when things break, no provider may be needed to say so. */
export const errorWords = {
  en: {
    title: 'We cannot reach the records right now',
    text: 'What you typed is kept on this device. Wait a minute, then try again. If it happens again, give your admin this code.',
    retry: 'Try again',
    home: 'Go to My work',
  },
  ar: {
    title: 'يتعذّر الوصول إلى السجلات الآن',
    text: 'ما كتبته محفوظ على هذا الجهاز. انتظر دقيقة ثم حاول مجددًا. إذا تكرّر ذلك فأعطِ مدير النظام هذا الرمز.',
    retry: 'حاول مجددًا',
    home: 'انتقل إلى عملي',
  },
}

/** The words of the language the page is in; Arabic for Sorani. */
export function wordsOf(language: string): (typeof errorWords)['en'] {
  return language === 'en' ? errorWords.en : errorWords.ar
}
