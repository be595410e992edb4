/**
 * The letters of passwords that lists of leaked ones are full of, in English and as Arabic speakers type them. Compared
 * after digits and signs are stripped, so each stands for all its `…123!` forms. Short ones matter too: `admin` is what
 * is left of `admin1234567`.
 */
export const commonBases: ReadonlySet<string> = new Set(
  `password passwords passwort passwordpassword mypassword thepassword newpassword pass passpass passpasspass passcode
  admin adminadmin administrator root rootroot user username useruser guest guestguest login loginlogin welcome
  welcomewelcome letmein letmeinplease letmeinnow changeme changemenow changeit default secret secretsecret topsecret
  qwerty qwertyqwerty qwertyuiop qwertyuiopasdf qwertyuiopasdfgh asdfgh asdfghjkl asdfghjklqwerty zxcvbn zxcvbnm
  qazwsx qazwsxedc qazwsxedcrfv qweasd qweasdzxc qwe abc abcd abcdef abcabc abcdefgh abcdefghijkl test testtest testing
  testpassword temp temporary temppass iloveyou iloveyouso iloveallah loveyou mylove sunshine princess football
  basketball baseball superman batman spiderman dragon monkey master mastermaster shadow michael jordan liverpool
  barcelona realmadrid chelsea arsenal juventus computer internet samsung nokia iphone facebook google whatsapp telegram
  instagram youtube microsoft windows office company summer winter spring autumn january february march april june july
  august september october november december monday sunday friday saturday hello hellohello helloworld goodmorning
  starwars pokemon naruto minecraft trustno trustnoone whatever nothing freedom forever family familyfamily mother
  father baby babygirl angel angels flower butterfly cookie chocolate cheese banana orange purple yellow
  iraq iraqiraq baghdad falluja fallujah ramadi anbar basra mosul erbil kirkuk najaf karbala iraqi
  allah allahakbar bismillah alhamdulillah mashallah subhanallah inshallah mohammed muhammad mohamed ahmed ali hussein
  hussain hassan omar khaled fatima zainab maryam sanad sanadsanad migration recovery programme program humanitarian
  united unitednations caseworker supervisor manager finance correcthorsebatterystaple passphrase
  كلمةالسر كلمةسر كلمةالمرور بغداد العراق الفلوجة الرمادي الانبار محمد احمد بسمالله اللهاكبر الحمدلله حبيبي`
    .split(/\s+/)
    .filter(Boolean),
)
