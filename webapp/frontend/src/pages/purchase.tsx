import { useI18n } from '../i18n/context';
import { EmailForm, type FormEnd } from '../ui/email-form';
import { Outcome } from '../ui/outcome';

interface PurchaseProps {
  chairId: number;
  /** How the form ended, if it has. */
  end: FormEnd | null;
  /** What is known of the chair's stock: whether there is some, never how much. */
  stock: 'some' | 'none' | 'unknown' | 'asked';
  email: string;
  onEmail: (email: string) => void;
  onEnd: (end: FormEnd) => void;
  /** Asks for the stock again. */
  onLook: () => void;
}

/** The form that buys a chair, or what became of it. */
export function Purchase({ chairId, end, stock, email, onEmail, onEnd, onLook }: PurchaseProps) {
  const { t } = useI18n();
  if (end === 'done') {
    return (
      <Outcome isGood title={t.chair.boughtTitle}>
        <p>{t.chair.bought(email)}</p>
        {stock === 'none' && <p>{t.chair.lastPiece}</p>}
      </Outcome>
    );
  }
  if (end === 'unconfirmed') {
    return (
      <Outcome title={t.chair.unconfirmedTitle}>
        <p>{t.chair.unconfirmed(email)}</p>
        <p>{t.chair.stock[stock]}</p>
        <button type="button" class="button" onClick={onLook}>
          {t.chair.look}
        </button>
      </Outcome>
    );
  }
  if (end === 'gone' || stock === 'none') {
    return (
      <Outcome title={t.chair.soldOutTitle}>
        <p>{end === 'gone' ? t.chair.justSoldOut(email) : t.chair.soldOutMeanwhile}</p>
      </Outcome>
    );
  }
  return (
    <EmailForm
      action={`/api/chair/buy/${chairId}`}
      title={t.chair.buyTitle}
      submit={t.chair.buy}
      submitting={t.chair.buying}
      email={email}
      onEmail={onEmail}
      onEnd={onEnd}
    />
  );
}
