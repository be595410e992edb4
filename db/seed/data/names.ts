/**
 * Given names and family names (laqab) common in Anbar, made up into people by the seed. Each with the Latin spellings
 * seen on papers, the commonest first: the demo mixes scripts and spellings so that the identity check has work to do.
 */
export type SeedName = { ar: string; latin: readonly [string, ...string[]] }

function list(text: string): SeedName[] {
  return text
    .split(/[\n·]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [ar = '', spellings = ''] = entry.split('=').map((part) => part.trim())
      const [first = '', ...others] = spellings.split('/')
      return { ar, latin: [first, ...others] }
    })
}

/** Also the source of fathers' and grandfathers' names. */
export const maleNames: readonly SeedName[] = list(`
محمد=Mohammed/Muhammad/Mohamad · أحمد=Ahmed/Ahmad · علي=Ali/Aly · حسين=Hussein/Hussain/Husain · حسن=Hassan/Hasan
عمر=Omar/Umar · عثمان=Othman/Uthman · خالد=Khalid/Khaled · يوسف=Yousif/Yusuf/Youssef · إبراهيم=Ibrahim/Ebrahim
إسماعيل=Ismail/Ismael · عبد الله=Abdullah/Abdulla · عبد الرحمن=Abdulrahman/Abdul Rahman/Abdurrahman
عبد العزيز=Abdulaziz/Abdul Aziz · عبد الكريم=Abdulkareem/Abdul Karim · عبد الستار=Abdulsattar/Abdul Sattar
عبد القادر=Abdulqadir/Abdul Kader · عبد الحميد=Abdulhameed/Abdul Hamid · عبد السلام=Abdulsalam/Abdul Salam
عبد الواحد=Abdulwahid/Abdul Wahed · عبد اللطيف=Abdullatif/Abdul Lateef · عبد الجبار=Abduljabbar/Abdul Jabar
قاسم=Qasim/Kasim/Qassem · جاسم=Jasim/Jassim/Jasem · كريم=Kareem/Karim · رحيم=Raheem/Rahim · سلمان=Salman
سليمان=Sulaiman/Suleiman · سعد=Saad · سعيد=Saeed/Said · سعدون=Sadoon/Saadoun · سعدي=Saadi · مسعود=Masoud/Masood
محمود=Mahmoud/Mahmood · حامد=Hamid/Hamed · حميد=Hameed/Hamid · حماد=Hammad · حمد=Hamad · أمجد=Amjad · ماجد=Majid/Majed
مجيد=Majeed/Majid · مصطفى=Mustafa/Moustafa · مرتضى=Murtadha/Murtada · طه=Taha · ياسين=Yaseen/Yasin · ياسر=Yasir/Yasser
عمار=Ammar · عامر=Amer/Aamir · عادل=Adel/Adil · عباس=Abbas · عدنان=Adnan · عدي=Uday/Oday · قصي=Qusay/Qusai
فراس=Firas/Feras · فلاح=Falah · فاضل=Fadhil/Fadil · فؤاد=Fuad/Fouad · فهد=Fahad/Fahd · فيصل=Faisal/Faysal · فارس=Faris/Fares
صالح=Salih/Saleh · صلاح=Salah · صلاح الدين=Salahaldin/Salah Al-Din · صباح=Sabah · صبري=Sabri · صدام=Saddam · ضياء=Dhiaa/Diya
طارق=Tariq/Tareq · ظافر=Dhafir/Zafer · كاظم=Kadhim/Kazim · ناظم=Nadhim/Nazim · نزار=Nizar · نبيل=Nabeel/Nabil
ناصر=Nasir/Nasser · نوري=Noori/Nouri · نجم=Najm/Nejm · هشام=Hisham/Hesham · هيثم=Haitham/Haytham · هاني=Hani · هادي=Hadi
وليد=Waleed/Walid · وسام=Wisam/Wissam · وائل=Wael · جمال=Jamal · جميل=Jameel/Jamil · جواد=Jawad/Jwad · جبار=Jabbar/Jabar
زياد=Ziyad/Ziad · زيد=Zaid/Zayd · زكريا=Zakaria/Zakariya · شاكر=Shakir/Shaker · شهاب=Shihab/Shehab · رائد=Raed/Raid
رعد=Raad · رشيد=Rasheed/Rashid · رمضان=Ramadhan/Ramadan · رافع=Rafi/Rafia · بشار=Bashar · بلال=Bilal/Belal · بكر=Bakr/Baker
باسم=Basim/Bassem · برهان=Burhan · تحسين=Tahseen/Tahsin · ثامر=Thamer/Thamir · ثائر=Thaer/Thair · أنور=Anwar · أنس=Anas
أيمن=Ayman/Aymen · أيوب=Ayoub/Ayub · أكرم=Akram · أسامة=Osama/Usama · أركان=Arkan · إياد=Ayad/Iyad · إحسان=Ihsan/Ehsan
مهند=Muhannad/Mohanad · مثنى=Muthanna · منذر=Munther/Mundhir · موفق=Muwaffaq/Mowafaq · مؤيد=Muayad/Moayad · مروان=Marwan
معاذ=Muath/Moath · مشعل=Mishaal/Mishal · مخلف=Mukhlif/Mikhlif · لؤي=Luay/Loay · ليث=Laith/Layth · غسان=Ghassan · غازي=Ghazi
حاتم=Hatim/Hatem · حازم=Hazim/Hazem · حردان=Hardan · خلف=Khalaf · خليل=Khaleel/Khalil · خميس=Khamees/Khamis · دحام=Daham
داود=Dawood/Daoud · ذياب=Dhiyab/Diab · سامي=Sami · ساجد=Sajid · سفيان=Sufyan/Sofian · سرمد=Sarmad · سيف=Saif/Sayf · يحيى=Yahya
يونس=Younis/Yunus · عيسى=Issa/Eisa · موسى=Musa/Moussa · عواد=Awad · عايد=Ayed · عبيد=Obaid/Ubaid · فرحان=Farhan · فواز=Fawaz
`)

export const femaleNames: readonly SeedName[] = list(`
فاطمة=Fatima/Fatimah · عائشة=Aisha/Aysha · زينب=Zainab/Zeinab · مريم=Mariam/Maryam · خديجة=Khadija/Khadijah · آمنة=Amna/Aminah
أمينة=Amina/Ameena · سارة=Sara/Sarah · نور=Noor/Nour · نورا=Noora/Nora · هدى=Huda/Hoda · هناء=Hanaa/Hana · هبة=Hiba/Heba
هند=Hind/Hend · إيمان=Iman/Eman · أسماء=Asmaa/Asma · إسراء=Israa/Esraa · آية=Aya/Ayah · أمل=Amal · آمال=Aamal/Amaal
أنفال=Anfal · بشرى=Bushra · بتول=Batool/Batoul · براء=Baraa · تبارك=Tabarak · جنان=Jinan/Jenan · جميلة=Jameela/Jamila
حنان=Hanan · حنين=Haneen/Hanin · حياة=Hayat · دعاء=Duaa/Doaa · دلال=Dalal · دينا=Dina/Deena · رنا=Rana · رانيا=Rania/Raniya
رغد=Raghad · رفل=Rafal · رسل=Rusul · رشا=Rasha · رقية=Ruqaya/Ruqayya · رحمة=Rahma/Rahmah · زهراء=Zahraa/Zahra
زهرة=Zahra/Zahrah · سعاد=Suad/Souad · سهاد=Suhad · سهام=Siham/Seham · سمية=Sumaya/Sumayya · سميرة=Sameera/Samira
سناء=Sanaa/Sana · سلمى=Salma · سحر=Sahar · شيماء=Shaimaa/Shayma · شهد=Shahad/Shahd · شذى=Shatha/Shadha · صفاء=Safaa/Safa
صبيحة=Sabeeha/Sabiha · ضحى=Dhuha/Duha · طيبة=Taiba/Tayba · عبير=Abeer/Abir · علياء=Alyaa/Alia · غفران=Ghufran · غادة=Ghada
فرح=Farah · فريدة=Fareeda/Farida · فوزية=Fawzia/Fawziya · كوثر=Kawthar/Kauthar · لمياء=Lamyaa/Lamia · ليلى=Layla/Laila
لينا=Lina/Leena · منى=Muna/Mona · منال=Manal · ميساء=Maysaa/Maisa · مروة=Marwa/Marwah · مها=Maha · نادية=Nadia/Nadiya
نجلاء=Najlaa/Najla · نسرين=Nisreen/Nasrin · نهى=Nuha/Noha · نوال=Nawal · نضال=Nidhal/Nidal · وفاء=Wafaa/Wafa · وداد=Widad
ورود=Wurood/Worood · ياسمين=Yasmeen/Yasmin · يسرى=Yusra/Yosra · خولة=Khawla/Khaula · حليمة=Haleema/Halima · نعيمة=Naeema/Naima
`)

/** Tribes, clans and towns of Anbar. */
export const familyNames: readonly SeedName[] = list(`
الدليمي=Al-Dulaimi/Aldulaimi/Al Dulaymi · العيساوي=Al-Issawi/Al-Eissawi/Alisawi · الجميلي=Al-Jumaili/Al Jumaily
المحمدي=Al-Muhammadi/Al-Mohammadi · الفهداوي=Al-Fahdawi/Al Fahdawy · العلواني=Al-Alwani/Alwani · النمراوي=Al-Nimrawi/Alnimrawi
الحلبوسي=Al-Halbousi/Al-Halboosi · الزوبعي=Al-Zobaie/Al-Zubaie · الكبيسي=Al-Kubaisi/Al-Kubaysi · الهيتي=Al-Hiti/Al-Heeti
العاني=Al-Ani/Alani · الراوي=Al-Rawi/Alrawi · الحديثي=Al-Hadithi/Al-Haditi · الجنابي=Al-Janabi/Aljanabi
المشهداني=Al-Mashhadani/Al Mashhadany · الشمري=Al-Shammari/Ash-Shammari · اللهيبي=Al-Luhaibi/Al-Lihaibi
العبيدي=Al-Ubaidi/Al-Obaidi · الجبوري=Al-Jubouri/Al-Juboori · الجغيفي=Al-Jughaifi/Al-Jughayfi · القيسي=Al-Qaisi/Al-Kaisi
الكربولي=Al-Karbouli/Al-Karboli · السلماني=Al-Salmani/Alsalmani · الريشاوي=Al-Rishawi/Al-Reeshawi · الذيابي=Al-Dhiyabi/Al-Thiyabi
الخليفاوي=Al-Khalifawi · العسافي=Al-Assafi/Al-Asafi · المرعاوي=Al-Marawi/Al-Maraawi · البوعلوان=Albu Alwan/Albo Alwan
البوعيسى=Albu Issa/Albo Eisa · البونمر=Albu Nimr/Albo Nimer · البوفهد=Albu Fahad/Albo Fahd · البومحل=Albu Mahal/Albo Mahal
البوذياب=Albu Dhiyab/Albo Diab · الدراجي=Al-Darraji/Al-Daraji · العزاوي=Al-Azzawi/Al-Azawi · التميمي=Al-Tamimi/At-Tamimi
السامرائي=Al-Samarrai/Al-Samaraie · الحمداني=Al-Hamdani · الطائي=Al-Taie/Al-Tai · الخزرجي=Al-Khazraji · النعيمي=Al-Nuaimi/Al-Naimi
العكيدي=Al-Ugaidi/Al-Egaidi · السعدي=Al-Saadi · الراشدي=Al-Rashidi/Al-Rashedi · الفراجي=Al-Farraji/Al-Faraji · الصالحي=Al-Salihi/Al-Salhi
الشجيري=Al-Shujairi/Al-Shijairi · الحياني=Al-Hayani · المعاضيدي=Al-Maadhidi/Al-Maadidi · الهاشمي=Al-Hashimi/Al-Hashemi
الصميدعي=Al-Sumaidaie/Al-Sumaidai · الشعباني=Al-Shabani/Al-Shaabani · الغريري=Al-Ghurairi/Al-Ghiriri · الطحان=Al-Tahhan/Al-Tahan
`)
