import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ApiError, send } from '../api/request';
import { useI18n } from '../i18n/context';
import { emailProblem } from '../lib/email';

interface EmailFormProps {
  /** Where `{"email":"…"}` is posted. */
  action: string;
  title: string;
  submit: string;
  submitting: string;
  /** What a 404 means here: the thing asked for has just gone. */
  goneText: string;
  onDone: (email: string) => void;
  onGone: () => void;
}

/** Takes an e-mail address and posts it once: a second click while the first is under way does nothing. */
export function EmailForm(props: EmailFormProps) {
  const { t } = useI18n();
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const isUnderWay = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => setProblem(null), [t]);

  const textOf = (failure: unknown): string => {
    if (!(failure instanceof ApiError)) return t.email.failed;
    if (failure.kind === 'notFound') return props.goneText;
    if (failure.kind === 'refused') return t.email.refused;
    // A 503 alone says that nothing was done.
    return failure.status === 503 ? t.email.failed : t.email.unconfirmed;
  };

  const post = async (address: string) => {
    isUnderWay.current = true;
    setSending(true);
    setProblem(null);
    try {
      await send<void>({ path: props.action, body: { email: address } });
      props.onDone(address);
    } catch (failure) {
      setProblem(textOf(failure));
      if (failure instanceof ApiError && failure.kind === 'notFound') props.onGone();
    } finally {
      isUnderWay.current = false;
      setSending(false);
    }
  };

  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (isUnderWay.current) return;
    const found = emailProblem(email);
    if (found === null) {
      void post(email.trim());
      return;
    }
    setProblem(t.email[found]);
    input.current?.focus();
  };

  return (
    <form class="email-form panel" noValidate onSubmit={onSubmit} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{props.title}</h2>
      <label for={`${id}-email`}>{t.email.label}</label>
      <input
        ref={input}
        id={`${id}-email`}
        type="email"
        name="email"
        autocomplete="email"
        required
        value={email}
        onInput={(event) => setEmail(event.currentTarget.value)}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
      />
      <p class="hint" id={`${id}-hint`}>
        {t.email.hint}
      </p>
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <button type="submit" class="button button-primary" aria-disabled={isSending ? 'true' : undefined}>
        {isSending ? props.submitting : props.submit}
      </button>
    </form>
  );
}

/** Says what happened, and takes the focus so that nobody misses it. */
export function Done({ title, texts }: { title: string; texts: string[] }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <div class="panel notice-done" role="status" tabIndex={-1} ref={panel}>
      <h2>{title}</h2>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
