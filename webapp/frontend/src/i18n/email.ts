import { useI18n } from './context';

const ja = {
  label: 'メールアドレス',
  hint: '例: hanako@example.jp',
  keep: 'このアドレスをこの端末に覚える',
  missing: 'メールアドレスを入力してください。',
  noAt: '「@」を入れてください(例: hanako@example.jp)。',
  badLocal: '「@」より前に、使えない文字があるか、何も入っていません。',
  badDomain: '「@」より後ろを確かめてください(例: example.jp)。',
  tooLong: 'メールアドレスが長すぎます(254文字まで)。',
  offline: 'オフラインなので、まだ送っていません。接続が戻ってから、もう一度お試しください。',
  failed: 'サーバーの不具合で受け付けられませんでした。少し待ってから、もう一度お試しください。',
  refused: '受け付けられませんでした。メールアドレスを確かめてください。',
};

export type EmailTexts = typeof ja;

/** The texts of the form that takes an e-mail address. */
export function useEmailTexts(): EmailTexts {
  return useI18n().english?.email ?? ja;
}
