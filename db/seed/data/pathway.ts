/**
 * What to do when violence against women, child abuse or sexual exploitation is told: a beginning that protection staff must check, numbers
 * above all, and that an admin changes on their word.
 */
export const seedPathway = [
  {
    code: 'listen',
    nameEn: 'Listen and believe. Do not ask for details, do not investigate, do not promise anything.',
    nameAr: 'استمع وصدّق. لا تسأل عن التفاصيل ولا تحقق ولا تعد بشيء.',
    position: 1,
  },
  {
    code: 'safe',
    nameEn: 'Ask only: are you safe now? If not, go with them to a safe place. In danger of life call 104.',
    nameAr: 'اسأل فقط: هل أنت في أمان الآن؟ إن لم يكن، فرافق الشخص إلى مكان آمن. عند الخطر على الحياة اتصل بالرقم 104.',
    position: 2,
  },
  {
    code: 'choose',
    nameEn: 'Tell them what help there is and let them choose. An adult decides alone whether they want it.',
    nameAr: 'أخبر الشخص بالمساعدة المتاحة ودعه يختار. البالغ يقرر وحده إن كان يريدها.',
    position: 3,
  },
  {
    code: 'women',
    nameEn: 'Women and girls: the women’s centre, or the family protection directorate, hotline 139.',
    nameAr: 'النساء والفتيات: مركز النساء أو مديرية حماية الأسرة، الخط الساخن 139.',
    position: 4,
  },
  {
    code: 'child',
    nameEn: 'Children: bring them to the child protection worker. Do not confront the family.',
    nameAr: 'الأطفال: أوصلهم إلى عامل حماية الطفل. لا تواجه الأسرة.',
    position: 5,
  },
  {
    code: 'staff',
    nameEn:
      'Staff of any agency as offender: report within 24 hours to the agency’s focal point against exploitation and abuse. It is a duty.',
    nameAr:
      'إن كان الفاعل من عاملي أي وكالة: أبلغ خلال 24 ساعة جهة الاتصال المعنية بمنع الاستغلال والاعتداء. هذا واجب.',
    position: 6,
  },
  {
    code: 'silence',
    nameEn: 'Speak with nobody else about it, not even in your team, and write it down nowhere.',
    nameAr: 'لا تتحدث عن ذلك مع أحد آخر، حتى في فريقك، ولا تكتبه في أي مكان.',
    position: 7,
  },
] as const
