import { useChairTexts } from '../i18n/chair';
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
  const text = useChairTexts();
  if (end === 'done') {
    return (
      <Outcome isGood title={text.boughtTitle}>
        <p>{text.bought(email)}</p>
        {stock === 'none' && <p>{text.lastPiece}</p>}
      </Outcome>
    );
  }
  if (end === 'unconfirmed') {
    return (
      <Outcome title={text.unconfirmedTitle}>
        <p>{text.unconfirmed(email)}</p>
        <p>{text.stock[stock]}</p>
        <button type="button" class="button" onClick={onLook}>
          {text.look}
        </button>
      </Outcome>
    );
  }
  if (end === 'gone' || stock === 'none') {
    return (
      <Outcome title={text.soldOutTitle}>
        <p>{end === 'gone' ? text.justSoldOut(email) : text.soldOutMeanwhile}</p>
      </Outcome>
    );
  }
  return (
    <EmailForm
      action={`/api/chair/buy/${chairId}`}
      title={text.buyTitle}
      submit={text.buy}
      submitting={text.buying}
      after={text.after}
      email={email}
      onEmail={onEmail}
      onEnd={onEnd}
    />
  );
}
