export const auth = {
  signIn: {
    title: 'چوونەژوورەوە',
    email: 'ئیمەیڵ',
    password: 'وشەی نهێنی',
    submit: 'چوونەژوورەوە',
    forgot: 'وشەی نهێنیم لەبیر چووە',
    wrong: 'ئیمەیڵ یان وشەی نهێنی هەڵەیە. هەردووکیان بپشکنە و دووبارە هەوڵ بدەرەوە.',
  },
  forgot: { title: 'دانانەوەی وشەی نهێنی', submit: 'بەستەرەکە بنێرە' },
  account: {
    title: 'هەژمارەکەت',
    changePassword: 'گۆڕینی وشەی نهێنی',
    thisDevice: 'ئەم ئامێرە',
    name: 'ناو',
    email: 'ئیمەیڵ',
    roles: 'ڕۆڵەکان',
    teams: 'تیمەکان',
  },
}
