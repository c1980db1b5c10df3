// Words of subscriptions and of the letters they bring, Russian.
import type { noticesKk } from './kk.ts'

export const noticesRu: typeof noticesKk = {
  title: 'Получать сообщения',
  lead: (what: string) => `${what}: сообщим, когда встреча объявлена, перенесена или отменена.`,
  channel: 'Куда отправлять',
  channels: { mail: 'Электронная почта', text: 'Короткое сообщение на телефон (СМС)' },
  address: { mail: 'Адрес почты', text: 'Номер телефона' },
  addressAny: 'Адрес почты или номер телефона',
  wishesTitle: 'О чём',
  wishes: {
    changes: 'когда встреча объявлена, перенесена или отменена',
    week: 'за неделю до встречи',
    day: 'за день до встречи',
  },
  privacy:
    'Адрес хранится зашифрованным, никому не передаётся и удаляется сразу, как вы отпишетесь. Аппарат акима его не видит.',
  send: 'Подписаться',
  notAnAddress: {
    mail: 'Напишите адрес почты так: imya@primer.kz',
    text: 'Напишите номер мобильного телефона так: +7 701 123 45 67',
  },
  noWish: 'Отметьте хотя бы один случай.',
  askedTitle: 'Остался один шаг',
  asked:
    'Мы отправили письмо. Откройте ссылку в нём и подтвердите подписку: до этого ничего приходить не будет. Если письма нет, загляните в «Спам»; ссылка действует семь дней.',
  offTitle: 'Письма пока не отправляются',
  off: 'Почта здесь не подключена. Вместо этого добавьте встречи в календарь телефона: если день изменится, он изменится и там.',
  manageTitle: 'Ваша подписка',
  confirmLead: (what: string) => `${what}: подтвердите, что хотите получать сообщения.`,
  confirm: 'Подтверждаю',
  confirmed: (what: string) => `${what}: вы подписаны.`,
  save: 'Сохранить',
  stop: 'Отписаться',
  goneTitle: 'Такой подписки нет',
  gone: 'Вы отписались, или срок ссылки истёк. Вашего адреса у нас нет.',
  stoppedTitle: 'Вы отписались',
  stopped: 'Ваш адрес удалён. Сообщений больше не будет.',
  topics: {
    meeting: (name: string) => `Одна встреча, ${name}`,
  },
  letter: {
    confirmSubject: 'Подтвердите подписку',
    confirm: (what: string, link: string) =>
      `Здравствуйте!\n\nНа этот адрес попросили присылать сообщения о встречах: ${what}.\n\nЧтобы подтвердить, откройте ссылку и нажмите «Подтверждаю»:\n${link}\n\nЕсли вы об этом не просили, ничего не делайте: писем больше не будет, а адрес удалится через семь дней.`,
    subject: {
      announced: (office: string, day: string) => `Встреча ${day}: ${office}`,
      moved: (office: string, day: string) => `Встреча перенесена, теперь ${day}: ${office}`,
      cancelled: (office: string, day: string) => `Встреча не состоится, ${day}: ${office}`,
      'week-before': (office: string, day: string) => `Через неделю встреча, ${day}: ${office}`,
      'day-before': (office: string, day: string) => `Завтра встреча, ${day}: ${office}`,
    },
    who: (office: string) => `Кто: ${office}`,
    when: (day: string, start: string) => `Когда: ${day}, в ${start}`,
    was: (day: string, start: string) => `Прежняя дата: ${day}, в ${start}`,
    where: (place: string) => `Где: ${place}`,
    reason: (reason: string) => `Причина: ${reason}`,
    more: (link: string) => `Подробнее: ${link}`,
    stop: (link: string) => `Если сообщения не нужны: ${link}`,
  },
  outbox: {
    title: 'Исходящие сообщения',
    lead: 'Что сообщается подписавшимся жителям. Кто подписан, не видно и здесь.',
    off: 'Почта не подключена, поэтому сообщения не отправляются. Сообщите жителям сами или обратитесь к оператору.',
    none: 'Сообщений пока нет.',
    counts: (waiting: number, sent: number, givenUp: number) =>
      `ждут: ${waiting}, отправлено: ${sent}, не доставлено: ${givenUp}`,
  },
}
