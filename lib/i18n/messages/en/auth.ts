/** Signing in, sessions, passwords and one-time links. */
export const auth = {
  signIn: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    forgot: 'I forgot my password',
    wrong: 'The email or the password is not right. Check both and try again.',
    locked:
      'Too many failed attempts. Signing in is closed for 30 minutes; an admin can open it sooner. The owner of the account has been told.',
    ended: 'Sign in to go on. If you had begun a form, what you typed is kept on this device.',
  },
  forgot: {
    title: 'Reset your password',
    text: 'Give the email of your account. If it exists, a link is on its way; it works once and for one hour.',
    submit: 'Send the link',
    sent: 'If an account has this email, a link has been sent to it. No mail after a few minutes? Ask an admin for a link.',
    noMail: 'This portal cannot send mail. Ask an admin for a reset link.',
  },
  link: {
    inviteTitle: 'Welcome to Sanad',
    resetTitle: 'Choose a new password',
    for: 'Account: {email}',
    gone: 'This link does not work any more',
    goneText: 'It was used already, or its time is over. Ask an admin for a new one.',
    submit: 'Save password and sign in',
  },
  password: {
    new: 'New password',
    again: 'The same password again',
    current: 'Your current password',
    hint: 'At least 12 characters. A few words that only you would put together work well. You may paste it.',
    too_short: 'Use at least 12 characters.',
    too_long: 'Use at most 200 characters.',
    too_common: 'This password is easy to guess. Choose words that only you would put together.',
    not_same: 'The two passwords are not the same.',
    wrong_current: 'This is not your current password.',
  },
  account: {
    title: 'Your account',
    details: 'Details',
    changePassword: 'Change password',
    changePasswordText: 'Changing it signs you out on all devices.',
    savePassword: 'Change password and sign out',
    sessions: 'Where you are signed in',
    thisDevice: 'this device',
    lastSeen: 'Last used {when}',
    since: 'Signed in {when}',
    unknownDevice: 'Unknown browser',
    endOne: 'Sign out this device',
    endAll: 'Sign out everywhere',
    name: 'Name',
    email: 'Email',
    roles: 'Roles',
    teams: 'Teams',
    noTeams: 'No team',
  },
  mail: {
    locked_subject: 'Sanad: your account is locked for 30 minutes',
    locked_text:
      'Hello {name},\n\nsomeone entered a wrong password for your account six times. Signing in is closed for 30 minutes.\nIf this was not you, tell your admin today.\n\nSanad',
    email_subject: 'Sanad: the email of your account was changed',
    email_text:
      'Hello {name},\n\nan admin gave your account another email. From now on this address is not used to sign in, and no links are sent to it.\nIf you did not ask for this, tell your supervisor or another admin today.\n\nSanad',
    invite_subject: 'Sanad: your account is ready',
    invite_text:
      'Hello {name},\n\nan account was made for you. Open this link to choose a password; it works once, within 72 hours:\n\n{link}\n\nSanad',
    reset_subject: 'Sanad: choose a new password',
    reset_text:
      'Hello {name},\n\nopen this link to choose a new password; it works once, within one hour:\n\n{link}\n\nIf you did not ask for it, nothing has changed and you need do nothing.\n\nSanad',
  },
} as const
