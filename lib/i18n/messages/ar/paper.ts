export const paper = {
  programme: 'برنامج التعافي في الأنبار',
  page: 'صفحة {page} من',
  signedOn: 'التاريخ',
}
