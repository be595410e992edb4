import type { ConsentPurpose } from '../../../lib/people/domain'

/** What is read out or handed over before someone agrees. A changed text is a new version; what was agreed to stays. */
type Text = { purpose: ConsentPurpose; version: string; language: 'en' | 'ar' | 'ckb'; body: string }

const text = (purpose: ConsentPurpose, language: Text['language'], body: string): Text => ({
  purpose,
  version: '2026-1',
  language,
  body,
})

export const seedConsentTexts: readonly Text[] = [
  text(
    'registration',
    'en',
    'We write down your name, how to reach you and the situation of your household so that we can help and so that nobody is registered twice. Only staff who work with you can see it. You may see it, have it corrected, or take your agreement back at any time; help that you have already been given stays yours. Do you agree?',
  ),
  text(
    'registration',
    'ar',
    'نسجّل اسمك وطريقة الاتصال بك ووضع أسرتك كي نتمكّن من مساعدتك وكي لا يُسجَّل أحد مرتين. لا يطّلع على ذلك إلا الموظفون الذين يعملون معك. يحق لك الاطلاع عليه وتصحيحه وسحب موافقتك في أي وقت، وما حصلت عليه من مساعدة يبقى لك. هل توافق؟',
  ),
  text(
    'registration',
    'ckb',
    'ناوت و چۆنیەتی پەیوەندی و بارودۆخی خێزانەکەت تۆمار دەکەین بۆ ئەوەی یارمەتیت بدەین و کەس دوو جار تۆمار نەکرێت. تەنها ئەو کارمەندانەی لەگەڵت کار دەکەن دەیبینن. دەتوانیت بیبینیت، ڕاستی بکەیتەوە، یان هەر کاتێک ڕەزامەندیت بکێشیتەوە. ڕازیت؟',
  ),
  text(
    'livelihood_grant',
    'en',
    'To decide on a business grant we look at the situation of your household, visit you, take photos of the place of business and keep your business plan. The committee and the people who approve see it. Names are not given to anyone outside the programme. Do you agree?',
  ),
  text(
    'livelihood_grant',
    'ar',
    'للبتّ في منحة العمل ننظر في وضع أسرتك ونزورك ونصوّر مكان العمل ونحتفظ بخطة عملك. تطّلع عليها اللجنة ومن يوافقون على المنحة. لا تُعطى الأسماء لأي جهة خارج البرنامج. هل توافق؟',
  ),
  text(
    'livelihood_grant',
    'ckb',
    'بۆ بڕیاردان لەسەر یارمەتی کارەکەت، سەیری بارودۆخی خێزانەکەت دەکەین، سەردانت دەکەین، وێنەی شوێنی کار دەگرین و پلانی کارەکەت هەڵدەگرین. لێژنە و ئەوانەی پەسەندی دەکەن دەیبینن. ناوەکان بە هیچ لایەنێکی دەرەوەی بەرنامەکە نادرێن. ڕازیت؟',
  ),
  text(
    'health_referral',
    'en',
    'To refer you to a health facility we pass on only the details that you name now, to that facility and to nobody else. You may take your agreement back; we then stop and tell you what was already passed on. Do you agree?',
  ),
  text(
    'health_referral',
    'ar',
    'لإحالتك إلى مؤسسة صحية ننقل إليها فقط المعلومات التي تحدّدها الآن ولا ننقلها إلى أي جهة أخرى. يحق لك سحب موافقتك، فنتوقف ونخبرك بما نُقل من قبل. هل توافق؟',
  ),
  text(
    'health_referral',
    'ckb',
    'بۆ ناردنت بۆ دامەزراوەیەکی تەندروستی تەنها ئەو زانیاریانە دەگوازینەوە کە ئێستا دیاریان دەکەیت، تەنها بۆ ئەو دامەزراوەیە. دەتوانیت ڕەزامەندیت بکێشیتەوە. ڕازیت؟',
  ),
  text(
    'sharing',
    'en',
    'We share the details that you name with the organisation that you name, for the reason we have explained, until the day we agree on. Do you agree?',
  ),
  text(
    'sharing',
    'ar',
    'نشارك المعلومات التي تحدّدها مع الجهة التي تسمّيها، للسبب الذي شرحناه لك، حتى التاريخ الذي نتفق عليه. هل توافق؟',
  ),
  text(
    'sharing',
    'ckb',
    'ئەو زانیاریانەی دیاریان دەکەیت لەگەڵ ئەو ڕێکخراوەی ناوی دەهێنیت هاوبەش دەکەین، بەو هۆکارەی ڕوونمان کردەوە، تا ئەو ڕۆژەی لەسەری ڕێک دەکەوین. ڕازیت؟',
  ),
]
